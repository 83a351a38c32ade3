import { unzlibSync } from 'fflate';
import type { Failure, GivenFile, Progress, RequestName, Requests } from './requests.ts';

/** What goes to the worker: files that are new or changed with the names of all, or a request. */
export type ToWorker =
  | { hold: readonly GivenFile[]; all: readonly string[] }
  | { [Name in RequestName]: { id: number; name: Name; asked: Requests[Name]['asked'] } }[RequestName];

/** What the worker says of a request. */
export type FromWorker =
  | { id: number; progress: Progress }
  | { id: number; answer: unknown }
  | { id: number; failure: Failure };

/** A request that came to nothing. */
export class RequestFailed extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.words.en);
    this.name = 'RequestFailed';
    this.failure = failure;
  }
}

interface Waiting {
  resolve(answer: unknown): void;
  reject(failed: RequestFailed): void;
  onProgress(progress: Progress): void;
}

/** The worker that judges, as the page sees it. */
export class Machine {
  readonly #start: () => Worker;
  /** None until something is asked. */
  #worker: Worker | undefined;
  /** The files as last given, and which of them the worker has as they are. */
  #files = new Map<string, GivenFile>();
  #known = new Map<string, GivenFile>();
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;

  /** `start` makes a new worker. */
  constructor(start: () => Worker) {
    this.#start = start;
  }

  /** Takes all files that the page has now; the worker is told of those that are new or changed with the next request. */
  hold(files: readonly GivenFile[]): void {
    this.#files = new Map(files.map((each) => [each.file, each]));
  }

  /** Asks the worker; rejects with a RequestFailed. Requests are answered in their order. */
  ask<Name extends RequestName>(
    name: Name,
    asked: Requests[Name]['asked'],
    onProgress: (progress: Progress) => void = () => {},
  ): Promise<Requests[Name]['answer']> {
    this.#tellFiles();
    this.#asked += 1;
    const id = this.#asked;
    return new Promise<Requests[Name]['answer']>((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as Waiting['resolve'], reject, onProgress });
      this.#send({ id, name, asked } as ToWorker);
    });
  }

  /** Ends what the worker is at; all that was asked fails as cancelled, and the next request starts afresh. */
  cancel(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#known = new Map();
    this.#failAll({ kind: 'cancelled', words: { zh: '已取消', en: 'cancelled' } });
  }

  #begin(): Worker {
    const worker = this.#start();
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.#hear(data);
    worker.onerror = ({ message }) =>
      this.#failAll({ kind: 'fault', words: { zh: `程序出错了：${message}`, en: `a fault of the tool: ${message}` } });
    return worker;
  }

  /** A file is unchanged while it is the same object, or has the same bytes object. */
  #tellFiles(): void {
    const changed = [...this.#files.values()].filter((each) => {
      const known = this.#known.get(each.file);
      return known?.bytes !== each.bytes || known.isNamed !== each.isNamed;
    });
    if (changed.length === 0 && this.#known.size === this.#files.size) return;
    this.#send({ hold: changed, all: [...this.#files.keys()] });
    this.#known = this.#files;
  }

  #send(message: ToWorker): void {
    this.#worker ??= this.#begin();
    this.#worker.postMessage(message);
  }

  #hear(said: FromWorker): void {
    const waiting = this.#waiting.get(said.id);
    if (!waiting) return;
    if ('progress' in said) {
      waiting.onProgress(said.progress);
      return;
    }
    this.#waiting.delete(said.id);
    if ('failure' in said) waiting.reject(new RequestFailed(said.failure));
    else waiting.resolve(said.answer);
  }

  #failAll(failure: Failure): void {
    const all = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of all) reject(new RequestFailed(failure));
  }
}

/** The machine whose worker's source stands in the page: compressed (zlib) and in Base64, as the text of the element `worker`. */
export function machineInPage(): Machine {
  let url: string | undefined;
  return new Machine(() => {
    url ??= URL.createObjectURL(new Blob([sourceInPage()], { type: 'text/javascript' }));
    return new Worker(url);
  });
}

function sourceInPage(): Uint8Array<ArrayBuffer> {
  const packed = atob(document.getElementById('worker')?.textContent ?? '');
  const bytes = new Uint8Array(packed.length);
  for (let at = 0; at < packed.length; at += 1) bytes[at] = packed.charCodeAt(at);
  return unzlibSync(bytes);
}
