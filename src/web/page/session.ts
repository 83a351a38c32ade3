import type { Language, Outcome, Policy, Severity, Words } from '../../model/finding.ts';
import { type Machine, RequestFailed } from '../machine.ts';
import type {
  Checked,
  Choices,
  Explained,
  FindingShown,
  Mending,
  ParagraphShown,
  Progress,
  Requests,
  Settings,
  StarterAsked,
  Taken,
  Timeline,
  VerdictShown,
} from '../requests.ts';
import { download } from './download.ts';
import { type Held, isSame, type ReadFile, readSources, type Source } from './sources.ts';

export type View = 'findings' | 'verdicts' | 'timeline' | 'files';

/** Which findings are listed; empty: all. */
export interface Filter {
  text: string;
  severity: Severity | 'waived' | '';
  /** `none`: findings that go by no notice. */
  policy: Policy | 'none' | '';
  owner: string;
}

/** What stands in front of the page. */
export type Dialog =
  | { is: 'help' }
  | { is: 'begin'; notes: readonly string[]; made: string | undefined; failure: Words | undefined }
  | {
      is: 'rule';
      finding: Pick<FindingShown, 'rule' | 'clause' | 'message'>;
      paragraphs: readonly ParagraphShown[];
      explained: Explained | undefined;
    }
  | { is: 'mend'; file: string; mending: Mending | undefined };

/** All that the page shows. */
export interface State {
  lang: Language;
  choices: Choices | undefined;
  sources: readonly Source[];
  held: Held;
  settings: Omit<Settings, 'lang'>;
  /** Given while a check runs. */
  progress: Progress | undefined;
  checked: Checked | undefined;
  /** Why there is no result. */
  failure: Words | undefined;
  /** What the person is told in passing. */
  told: Words | undefined;
  timeline: Timeline | undefined;
  verdicts: readonly VerdictShown[] | undefined;
  view: View;
  filter: Filter;
  outcome: Outcome | '';
  /** Which bases the person opened or closed. */
  opened: ReadonlyMap<string, boolean>;
  dialog: Dialog | undefined;
  /** Whether everything is laid out to be printed. */
  isPrinting: boolean;
}

/** What every part of the page is given. */
export interface Part {
  session: Session;
  state: State;
}

export const noFilter: Filter = { text: '', severity: '', policy: '', owner: '' };

/** Name of the config file, which is taken for it as `hn-gp check` does. */
const CONFIG_FILE = 'hn-gp.config.yaml';

/** How often watched files are looked at, in milliseconds. */
const WATCH_EVERY = 1000;

/** What the page knows and does; `draw` is called whenever the state is another. */
export class Session {
  state: State;
  readonly #machine: Machine;
  readonly #draw: () => void;
  /** Counts checks: only the last one's answer is shown. */
  #turn = 0;
  /** Counts readings of the files, of which only the last counts. */
  #reading = 0;
  #isLooking = false;
  /** What watched files were when they were last looked at. */
  #seen: Held | undefined;

  constructor(machine: Machine, lang: Language, draw: () => void) {
    this.#machine = machine;
    this.#draw = draw;
    this.state = {
      lang,
      choices: undefined,
      sources: [],
      held: { files: [], gone: [], leftOut: [] },
      settings: { asOf: '', policies: [], complete: false, config: undefined, editions: [] },
      progress: undefined,
      checked: undefined,
      failure: undefined,
      told: undefined,
      timeline: undefined,
      verdicts: undefined,
      view: 'findings',
      filter: noFilter,
      outcome: '',
      opened: new Map(),
      dialog: undefined,
      isPrinting: false,
    };
  }

  /** Begins: asks what the forms offer, and watches the files that can be watched. */
  async start(): Promise<void> {
    await this.#answer('choices', undefined, (choices) => ({
      choices,
      settings: { ...this.state.settings, asOf: this.state.settings.asOf || choices.today },
    }));
    setInterval(() => void this.#watch(), WATCH_EVERY);
  }

  set(change: Partial<State>): void {
    this.state = { ...this.state, ...change };
    this.#draw();
  }

  async speak(lang: Language): Promise<void> {
    this.set({ lang });
    await this.check();
  }

  /** Takes files and folders, and checks them with those that are there. */
  async add(sources: readonly Source[]): Promise<void> {
    if (sources.length === 0) return;
    const names = new Set(sources.map(({ name }) => name));
    const replaced = this.state.sources.filter(({ name }) => names.has(name)).map(({ name }) => name);
    const told =
      replaced.length === 0
        ? undefined
        : {
            zh: `已换成刚选的 ${replaced.join('、')}。两份同名的都要查，请放在不同的文件夹里，选文件夹。`,
            en: `${replaced.join(', ')} now stands for what you just chose. To check two of one name, put them into folders and choose those.`,
          };
    this.set({ sources: [...this.state.sources.filter(({ name }) => !names.has(name)), ...sources], told });
    await this.refresh();
  }

  async remove(name: string): Promise<void> {
    this.set({ sources: this.state.sources.filter((each) => each.name !== name), told: undefined });
    await this.refresh();
  }

  async clear(): Promise<void> {
    if (this.state.progress) this.cancel();
    this.set({
      ...nothingChecked,
      sources: [],
      settings: { ...this.state.settings, config: undefined, editions: [] },
      filter: noFilter,
      outcome: '',
      told: undefined,
    });
    await this.refresh();
  }

  /** Reads the files anew and checks them. */
  async refresh(): Promise<void> {
    this.#reading += 1;
    const reading = this.#reading;
    if (this.state.sources.length > 0) this.set({ progress: { done: 0, total: 0 } });
    const held = await readSources(this.state.sources, this.state.held.files);
    if (reading !== this.#reading) return;
    this.set({ held, settings: settingsFor(held.files, this.state.settings) });
    await this.check();
  }

  async judge(change: Partial<State['settings']>): Promise<void> {
    this.set({ settings: { ...this.state.settings, ...change } });
    await this.check();
  }

  /** Takes files as the config or as editions of notices. */
  async use(role: 'config' | 'edition', sources: readonly Source[]): Promise<void> {
    const [first] = sources;
    if (!first) return;
    const { settings } = this.state;
    const names = sources.map(({ name }) => name);
    this.set({
      settings:
        role === 'config'
          ? { ...settings, config: first.name }
          : { ...settings, editions: [...new Set([...settings.editions, ...names])] },
    });
    await this.add(sources);
  }

  async check(): Promise<void> {
    const { held, settings, lang, view } = this.state;
    this.#turn += 1;
    const turn = this.#turn;
    if (held.files.length === 0) {
      this.set(nothingChecked);
      return;
    }
    this.set({ progress: { done: 0, total: held.files.length } });
    this.#machine.hold(held.files);
    try {
      const checked = await this.#machine.ask('check', { ...settings, lang }, (progress) => {
        if (turn === this.#turn) this.set({ progress });
      });
      if (turn !== this.#turn) return;
      this.set({ ...nothingChecked, checked });
      await this.show(view);
    } catch (error) {
      if (turn === this.#turn) this.set({ ...nothingChecked, failure: wordsOf(error) });
    }
  }

  /** Ends reading and checking; there is no result then. */
  cancel(): void {
    this.#reading += 1;
    this.#turn += 1;
    this.#machine.cancel();
    this.set({ ...nothingChecked, failure: { zh: '已停下', en: 'cancelled' } });
  }

  /** Shows a part of the result, and asks for what it shows. */
  async show(view: View): Promise<void> {
    const { checked, lang, timeline, verdicts } = this.state;
    this.set({ view });
    if (!checked) return;
    if (view === 'timeline' && !timeline) await this.#answer('timeline', { lang }, (answer) => ({ timeline: answer }));
    if (view === 'verdicts' && !verdicts) await this.#answer('verdicts', { lang }, (answer) => ({ verdicts: answer }));
  }

  async explain(finding: Pick<FindingShown, 'rule' | 'clause' | 'message'>): Promise<void> {
    const { lang } = this.state;
    const { rule } = finding;
    const dialog = { is: 'rule', finding, paragraphs: [], explained: undefined } as const;
    this.set({ dialog });
    const isOpen = () => this.state.dialog?.is === 'rule' && this.state.dialog.finding === finding;
    const [paragraphs, explained] = await Promise.all([
      this.#machine.ask('clause', { rule, lang }),
      this.#machine.ask('explain', { rule, lang }),
    ]);
    if (isOpen()) this.set({ dialog: { ...dialog, paragraphs, explained } });
  }

  async mend(file: string): Promise<void> {
    const { lang } = this.state;
    this.set({ dialog: { is: 'mend', file, mending: undefined } });
    await this.#answer('mend', { file, style: false, lang }, (mending) =>
      this.state.dialog?.is === 'mend' ? { dialog: { is: 'mend', file, mending } } : {},
    );
  }

  /** Downloads what came of the check. */
  async take(taken: Taken): Promise<void> {
    const { lang } = this.state;
    await this.#answer('take', { ...taken, lang }, (made) => {
      download(made);
      return {};
    });
  }

  /** Makes a starter and downloads it. */
  async begin(asked: Omit<StarterAsked, 'lang'>): Promise<void> {
    const dialog = { is: 'begin', notes: [], made: undefined, failure: undefined } as const;
    try {
      const { notes, ...made } = await this.#machine.ask('starter', { ...asked, lang: this.state.lang });
      download(made);
      this.set({ dialog: { ...dialog, notes, made: made.name } });
    } catch (error) {
      this.set({ dialog: { ...dialog, failure: wordsOf(error) } });
    }
  }

  /** Asks the machine; tells the person where that fails. */
  async #answer<Name extends 'choices' | 'timeline' | 'verdicts' | 'mend' | 'take'>(
    name: Name,
    asked: Requests[Name]['asked'],
    took: (answer: Requests[Name]['answer']) => Partial<State>,
  ): Promise<void> {
    try {
      this.set(took(await this.#machine.ask(name, asked)));
    } catch (error) {
      this.set({ told: wordsOf(error) });
    }
  }

  /** Checks again where watched files are others than when they were read, once two looks agree: none is judged half written. */
  async #watch(): Promise<void> {
    const { sources, held, progress } = this.state;
    const watched = sources.filter(({ isWatched }) => isWatched);
    if (watched.length === 0 || progress || this.#isLooking) return;
    this.#isLooking = true;
    const now = await readSources(watched, held.files);
    this.#isLooking = false;
    const isSettled = this.#seen !== undefined && isSame(now, this.#seen);
    this.#seen = now;
    const before = { files: held.files.filter(({ isWatched }) => isWatched), gone: held.gone };
    if (this.state.held === held && isSettled && !isSame(now, before)) await this.refresh();
  }
}

const nothingChecked: Partial<State> = {
  progress: undefined,
  checked: undefined,
  failure: undefined,
  timeline: undefined,
  verdicts: undefined,
};

const wordsOf = (error: unknown): Words => {
  if (error instanceof RequestFailed) return error.failure.words;
  throw error;
};

/** The settings without files that are not there any more; the config is the one that lies outermost, unless another was chosen. */
function settingsFor(files: readonly ReadFile[], settings: State['settings']): State['settings'] {
  const names = new Set(files.map(({ file }) => file));
  const depth = (file: string) => file.split('/').length;
  const [outermost] = [...names]
    .filter((file) => file === CONFIG_FILE || file.endsWith(`/${CONFIG_FILE}`))
    .sort((one, other) => depth(one) - depth(other));
  return {
    ...settings,
    config: settings.config !== undefined && names.has(settings.config) ? settings.config : outermost,
    editions: settings.editions.filter((file) => names.has(file)),
  };
}
