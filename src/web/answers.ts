import { checkFiles } from '../check/check-files.ts';
import { requireRule } from '../check/rule-ids.ts';
import { JudgedBefore } from '../engine/judged-before.ts';
import { fix } from '../fix/fix.ts';
import { LoadCache } from '../load/cache.ts';
import { type Config, readConfig } from '../load/config.ts';
import type { Language } from '../model/finding.ts';
import { present } from '../model/present.ts';
import { UsageError } from '../model/usage-error.ts';
import { classHoursBy, documentAt } from '../notices/edition.ts';
import { explain } from '../reference/explanation.ts';
import { judgedParagraphsOf } from '../reference/paragraphs.ts';
import { rules } from '../rules/index.ts';
import { choicesIn, starterFor } from './begin.ts';
import { HeldFiles, ROOT } from './held.ts';
import type { Judged } from './judged.ts';
import { mendingOf } from './mending.ts';
import type { Explained, GivenFile, ParagraphShown, Progress, RequestName, Requests, Settings } from './requests.ts';
import { checkedShown } from './shown.ts';
import { taken } from './take.ts';
import { timelineOf } from './timeline.ts';
import { verdictsOf } from './verdicts.ts';

type Answer<Name extends RequestName> = Promise<Requests[Name]['answer']>;

/** How to judge. */
interface How {
  /** A file to judge by itself. */
  only?: string;
  /** Whether to list every verdict and duty. */
  verdicts?: boolean;
  onProgress?(progress: Progress): void;
}

/** Answers what the page asks: holds its files, and what the last check of them came to. */
export class Answers {
  readonly #held = new HeldFiles();
  readonly #cache = new LoadCache();
  readonly #before = new JudgedBefore();
  #last: { judged: Judged; settings: Settings; whole?: Promise<Judged> } | undefined;

  hold(changed: readonly GivenFile[], all: readonly string[]): void {
    this.#held.hold(changed, all);
  }

  async answer<Name extends RequestName>(
    name: Name,
    asked: Requests[Name]['asked'],
    onProgress: (progress: Progress) => void,
  ): Answer<Name> {
    const answers: { [Each in RequestName]: (asked: Requests[Each]['asked']) => Answer<Each> } = {
      choices: async () => choicesIn(await this.#config()),
      check: (settings) => this.#check(settings, onProgress),
      take: async ({ lang, ...what }) => {
        if (what.what !== 'marked') return taken(await this.#whole(), what, lang);
        // The workbook by itself, as one would check it alone.
        const alone = await this.#judge(this.#checked().settings, { only: what.file, verdicts: true });
        return taken(alone, what, lang, present(this.#held.bytesOf(what.file), what.file));
      },
      timeline: async ({ lang }) => timelineOf((await this.#whole()).result, lang),
      verdicts: async ({ lang }) => verdictsOf((await this.#whole()).result, lang),
      mend: async ({ file, style, lang }) => {
        const classHours = classHoursBy((await this.#config()).editions);
        return mendingOf(file, await fix(file, present(this.#held.bytesOf(file), file), { style, classHours }), lang);
      },
      starter: async (request) => starterFor(request, await this.#config()),
      explain: async ({ rule, lang }) => this.#explain(rule, lang),
      clause: async ({ rule, lang }) => this.#paragraphs(rule, lang),
    };
    return answers[name](asked);
  }

  async #check(settings: Settings, onProgress: (progress: Progress) => void): Answer<'check'> {
    this.#last = undefined;
    const judged = await this.#judge(settings, { onProgress });
    this.#last = { judged, settings };
    return checkedShown(judged, this.#held, settings.lang);
  }

  async #judge(settings: Settings, { only, verdicts = false, onProgress = () => {} }: How): Promise<Judged> {
    const { asOf, policies, complete, editions } = settings;
    const { config, isPlaced } = this.#placed(
      await readConfig(this.#held, { cwd: ROOT, config: settings.config ?? false, editions }, requireRule),
    );
    const result = await checkFiles(this.#held, {
      cwd: ROOT,
      config,
      asOf,
      complete: complete && only === undefined,
      ...(policies.length > 0 ? { policies } : {}),
      ...(only === undefined
        ? { cache: this.#cache }
        : { sources: [{ path: ROOT + only, file: only, isNamed: true }] }),
      ...(verdicts || only !== undefined ? {} : { before: this.#before }),
      evidence: true,
      verdicts,
      deadlines: verdicts,
      onProgress: (done, total) => onProgress({ done, total }),
    });
    const own = config.sources.map(({ path }) => path);
    const leftOut = this.#held.mayBeRecords(own).filter(({ file }) => !result.inputs.includes(file));
    return { result, config, isPlaced, leftOut: leftOut.map(({ file }) => file) };
  }

  /** A config that was chosen by itself lies in no folder, so that it cannot say which files of one are checked. */
  #placed(config: Config): Pick<Judged, 'config' | 'isPlaced'> {
    const { include, exclude, ...settings } = config.settings;
    const isPlaced = config.file === undefined || !this.#held.isNamed(config.file);
    if (isPlaced || !(include || exclude)) return { config, isPlaced: true };
    return { config: { ...config, settings }, isPlaced };
  }

  #checked(): { settings: Settings; whole?: Promise<Judged> } {
    if (!this.#last) throw new UsageError('还没有检查过', 'nothing was checked yet');
    return this.#last;
  }

  /** The last check with every verdict and duty: to list them takes as long as to judge, and a check shows how many alone. */
  #whole(): Promise<Judged> {
    const last = this.#checked();
    last.whole ??= this.#judge(last.settings, { verdicts: true });
    return last.whole;
  }

  /** The config of the last check; where nothing was checked yet, none. */
  async #config(): Promise<Config> {
    return this.#last?.judged.config ?? readConfig(this.#held, { cwd: ROOT, config: false }, requireRule);
  }

  async #explain(id: string, lang: Language): Promise<Explained> {
    requireRule(id, 'explain');
    const { editions } = await this.#config();
    const { title, sections } = explain(id, editions.judging, lang);
    return {
      id,
      title,
      sections: sections.map(({ heading, brief = false, paragraphs = [], items = [], code = null }) => ({
        heading,
        brief,
        paragraphs,
        items,
        code,
      })),
    };
  }

  async #paragraphs(id: string, lang: Language): Promise<ParagraphShown[]> {
    requireRule(id, 'clauses');
    const { editions } = await this.#config();
    const policy = rules.find((rule) => rule.id === id)?.policy;
    return editions.judging
      .filter(({ notice }) => notice === policy)
      .flatMap((edition) =>
        judgedParagraphsOf(edition)
          .filter((paragraph) => paragraph.rules?.includes(id))
          .map(({ clause, summary, rules: own = [], document }) => ({
            notice: edition.notice,
            edition: edition.edition,
            document: documentAt(edition, document)[lang],
            clause,
            summary: summary[lang],
            rules: own,
          })),
      );
  }
}
