/** Milliseconds without a further change after which a document counts as not being typed in. */
const PAUSE = 200;

/** Runs a task some time after it was last asked for: one run at a time, and one more where it was asked for meanwhile. */
export class Debounce {
  readonly #task: () => Promise<void>;
  #timer: NodeJS.Timeout | undefined;
  #running = false;
  #again = false;
  readonly #waiting: (() => void)[] = [];

  /** The task must not fail. */
  constructor(task: () => Promise<void>) {
    this.#task = task;
  }

  /** Asks for a run. */
  ask(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#run();
    }, PAUSE);
  }

  /** Resolves once every run that was asked for is over. */
  async settled(): Promise<void> {
    if (this.#timer || this.#running) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  async #run(): Promise<void> {
    this.#again = true;
    if (this.#running) return;
    this.#running = true;
    while (this.#again) {
      this.#again = false;
      await this.#task();
    }
    this.#running = false;
    if (!this.#timer) for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
