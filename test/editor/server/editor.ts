import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { PassThrough, type Readable, type Writable } from 'node:stream';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  type CodeAction,
  createProtocolConnection,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import { serve } from '../../../src/cli/language-server.ts';
import type { Language } from '../../../src/model/finding.ts';

const bin = fileURLToPath(new URL('../../../bin/hn-gp.js', import.meta.url));

export const uriOf = (path: string): string => pathToFileURL(path).href;

/** What an editor says of itself when it starts. */
interface Setting {
  /** Workspace folders. */
  folders?: string[];
  capabilities?: InitializeParams['capabilities'];
  initializationOptions?: unknown;
}

/** How the server was started. */
type Served = Pick<Parameters<typeof serve>[0], 'asOf'> & { lang?: Language };

/** An editor that talks to a server. */
export class Editor {
  /** Whatever the server said, in order. */
  readonly published: PublishDiagnosticsParams[] = [];
  readonly messages: string[] = [];
  readonly logged: string[] = [];
  readonly registered: string[] = [];
  readonly connection;
  readonly #versions = new Map<string, number>();
  readonly #waiting = new Set<() => void>();

  constructor(fromServer: Readable, toServer: Writable) {
    this.connection = createProtocolConnection(new StreamMessageReader(fromServer), new StreamMessageWriter(toServer));
    const heard =
      <Params>(take: (params: Params) => void) =>
      (params: Params) => {
        take(params);
        for (const wake of this.#waiting) wake();
      };
    this.connection.onNotification(
      'textDocument/publishDiagnostics',
      heard((params: PublishDiagnosticsParams) => this.published.push(params)),
    );
    this.connection.onNotification(
      'window/showMessage',
      heard(({ message }: { message: string }) => this.messages.push(message)),
    );
    this.connection.onNotification(
      'window/logMessage',
      heard(({ message }: { message: string }) => this.logged.push(message)),
    );
    this.connection.onRequest(
      'client/registerCapability',
      heard(({ registrations }: { registrations: { method: string; registerOptions: unknown }[] }) => {
        for (const { method, registerOptions } of registrations)
          this.registered.push(`${method} ${JSON.stringify(registerOptions)}`);
      }),
    );
    this.connection.listen();
  }

  /** Starts a server in this process. */
  static async start({ lang, asOf, ...setting }: Setting & Served): Promise<Editor> {
    const [toServer, toEditor] = [new PassThrough(), new PassThrough()];
    const own = globalThis.console;
    serve({ lang, asOf, cwd: process.cwd(), input: toServer, output: toEditor });
    globalThis.console = own;
    const editor = new Editor(toEditor, toServer);
    await editor.greet(setting);
    return editor;
  }

  /** Says hello as the protocol asks. */
  async greet({ folders = [], capabilities, initializationOptions }: Setting = {}): Promise<InitializeResult> {
    const initialized = await this.connection.sendRequest<InitializeResult>('initialize', {
      processId: null,
      rootUri: null,
      capabilities: capabilities ?? { workspace: { workspaceFolders: true, workspaceEdit: { documentChanges: true } } },
      workspaceFolders: folders.map((path) => ({ uri: uriOf(path), name: path })),
      initializationOptions,
    });
    await this.connection.sendNotification('initialized', {});
    return initialized;
  }

  open(uri: string, text: string, languageId = 'yaml'): Promise<void> {
    this.#versions.set(uri, 1);
    return this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  /** Changes a document and returns its new version. */
  change(uri: string, ...contentChanges: TextDocumentContentChangeEvent[]): number {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    this.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
    return version;
  }

  close(uri: string): void {
    this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  fileChanged(uri: string): void {
    this.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
  }

  /** The diagnostics last shown for a document. */
  shown(uri: string): PublishDiagnosticsParams | undefined {
    return this.published.findLast((each) => each.uri === uri);
  }

  /** The diagnostics of a document's present version. */
  async diagnostics(uri: string): Promise<Diagnostic[]> {
    await this.until(() => this.shown(uri)?.version === this.#versions.get(uri));
    return this.shown(uri)?.diagnostics ?? [];
  }

  /** Resolves once what the server says makes something true; the test's own time limit ends a wait in vain. */
  async until(holds: () => boolean): Promise<void> {
    if (holds()) return;
    await new Promise<void>((resolve) => {
      const look = () => {
        if (!holds()) return;
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
    });
  }

  async hover(uri: string, line: number, character: number): Promise<string | undefined> {
    const hover = await this.connection.sendRequest<{ contents: { value: string } } | null>('textDocument/hover', {
      textDocument: { uri },
      position: { line, character },
    });
    return hover?.contents.value;
  }

  actions(uri: string, range: Diagnostic['range'], only?: string[]): Promise<CodeAction[]> {
    return this.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [], ...(only ? { only } : {}) },
    });
  }
}

/** An editor that has started `hn-gp lsp`, which ends with the editor. */
export class EditorOfProcess extends Editor {
  readonly server: ChildProcessWithoutNullStreams;
  /** The exit code, once it has ended. */
  readonly ended: Promise<number | null>;
  errors = '';

  constructor(args: readonly string[]) {
    const server = spawn(process.execPath, [bin, 'lsp', '--stdio', ...args]);
    super(server.stdout, server.stdin);
    this.server = server;
    server.stderr.on('data', (chunk) => {
      this.errors += chunk;
    });
    this.ended = new Promise((resolve) => server.on('exit', resolve));
  }

  /** Says goodbye as the protocol asks; the server's exit code. */
  async leave(): Promise<number | null> {
    if (this.server.exitCode === null) {
      await this.connection.sendRequest('shutdown');
      await this.connection.sendNotification('exit');
    }
    return this.ended;
  }
}
