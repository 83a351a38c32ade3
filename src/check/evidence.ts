import type { CalendarDate } from '../calendar/date.ts';
import { isExact } from '../calendar/day.ts';
import { ruleAcross, saidAcross } from '../engine/in-edition.ts';
import type { Config } from '../load/config.ts';
import type { LoadedFile, LoadedRecord } from '../load/loaded.ts';
import { ownFiles } from '../load/own-files.ts';
import { ownerAt } from '../load/subject.ts';
import { readOr } from '../model/cannot-tell.ts';
import type { Activity, Evidence, Milestone, Owner, OwnerCounts, RuleSummary, SourceRead } from '../model/evidence.ts';
import { type Finding, policies as notices, type Policy, type WaivedFinding, type Words } from '../model/finding.ts';
import { modalityNames } from '../model/names.ts';
import { present } from '../model/present.ts';
import { type Edition, noticeOf, valuesOf } from '../notices/edition.ts';
import type { Period } from '../records/period.ts';
import type { SessionSubject } from '../records/session.ts';
import type { Subject } from '../records/set.ts';
import type { BatchSubject } from '../records/subjects.ts';
import { rules } from '../rules/index.ts';

interface Judged {
  files: readonly LoadedFile[];
  findings: readonly Finding[];
  waived: readonly WaivedFinding[];
  counts: OwnerCounts[];
  policies: readonly Policy[] | undefined;
  /** By which it was judged, one that may govern where that cannot be told among them. */
  editions: ReadonlySet<Edition>;
}

/** Gathers the evidence of a set: some of it from each group of its subjects as that is judged, the rest afterwards. */
export class EvidenceGatherer {
  readonly #config: Config;
  readonly #asOf: CalendarDate;
  readonly #activities: Activity[] = [];
  readonly #years = new Set<number>();
  readonly #editions = new Set<Edition | undefined>();

  constructor(config: Config, asOf: CalendarDate) {
    this.#config = config;
    this.#asOf = asOf;
  }

  /** Takes what the subjects of a group tell. */
  see(subjects: readonly Subject[]): void {
    for (const subject of subjects) {
      if (subject.kind === 'record')
        this.#editions.add(this.#config.editions.governingRecord(subject.record.data(), this.#asOf));
      if (subject.kind === 'session') {
        const activity = readOr(() => activityOf(subject), undefined);
        if (activity === undefined) continue;
        this.#years.add(subject.year);
        this.#activities.push(activity);
      }
      if (subject.kind === 'base') {
        const { name: owner, year, record } = subject;
        this.#years.add(year);
        for (const batch of readOr(() => subject.batches, [])) {
          const activity = readOr(() => activityOfBatch(batch, { owner, year, file: record.file }), undefined);
          if (activity !== undefined) this.#activities.push(activity);
        }
      }
    }
  }

  /** The evidence, once every group was seen. */
  gather({ files, findings, waived, counts, policies, editions: used }: Judged): Evidence {
    const config = this.#config;
    const records = new Map<string, LoadedRecord>();
    for (const record of files.flatMap((file) => file.records)) records.set(`${record.index} ${record.file}`, record);
    const owned = <Kind extends Finding>(finding: Kind): Kind & Owner => {
      // What concerns the set as a whole stands at the first file, which is not about it.
      if (finding.policy !== null && finding.path === '')
        return { ...finding, owner: finding.subject, notice: finding.policy };
      // A base that the config lists, and no record is about.
      if (finding.file === config.file) return { ...finding, owner: finding.subject, notice: 'training' };
      const record = records.get(`${finding.record ?? 0} ${finding.file}`);
      if (!record) return { ...finding, owner: null, notice: null };
      const data = record.data();
      return { ...finding, owner: ownerAt(data, finding.path), notice: noticeOf(data.kind) };
    };
    const editions = this.#governing(policies, used);
    const milestonesIn = (year: number) => milestonesOf(config.editions.governing('training', year), year);
    return {
      sources: [...findSources(files), ...ownFiles(config)],
      editions: editions.map(({ notice, edition, document, issued }) => ({ notice, edition, document, issued })),
      rules: summariesOf(editions),
      counts,
      activities: this.#activities,
      milestones: [...this.#years].sort().flatMap(milestonesIn),
      findings: findings.map(owned),
      waived: waived.map(owned),
    };
  }

  /** The editions of some notices that govern a record, though nothing of it is judged, or by which something was. */
  #governing(policies: readonly Policy[] | undefined, used: ReadonlySet<Edition>): Edition[] {
    return [...new Set([...this.#editions, ...used])]
      .filter((edition) => edition !== undefined)
      .filter(({ notice }) => !policies || policies.includes(notice))
      .sort(
        (one, other) =>
          notices.indexOf(one.notice) - notices.indexOf(other.notice) || (one.issued < other.issued ? -1 : 1),
      );
  }
}

const findSources = (files: readonly LoadedFile[]): SourceRead[] =>
  files.map(({ file, sha256 = null }) => ({ file, role: 'record', sha256 }));

/** The rules of notices as some editions have them. */
const summariesOf = (editions: readonly Edition[]): RuleSummary[] =>
  rules.flatMap((rule) => {
    const all = editions.some(({ notice }) => notice === rule.policy) ? ruleAcross(rule, editions) : [];
    if (!rule.policy || all.length === 0) return [];
    return [
      {
        id: rule.id,
        policy: rule.policy,
        clause: [...new Set(all.flatMap(({ clauses }) => clauses))].join(', '),
        modality: saidAcross(all, ({ modality }) => modalityNames[present(modality, `modality of ${rule.id}`)]),
        title: saidAcross(all, ({ words }) => words.title),
        asks: saidAcross(all, ({ words }) => words.asks),
      },
    ];
  });

/** A session on the calendar; undefined where no part of it is known to the day. */
function activityOf({ year, session, record, path, parts }: SessionSubject): Activity | undefined {
  const dated = parts.flatMap(({ name, turns }) => turns.flatMap(({ period }) => daysOf(name, period)));
  if (dated.length === 0) return undefined;
  const { id = null, title, level } = session;
  return { owner: ownerAt(record.data(), path), year, id, title, level, file: record.file, parts: dated };
}

function activityOfBatch(
  { batch: { title }, period }: BatchSubject,
  place: Pick<Activity, 'owner' | 'year' | 'file'>,
): Activity | undefined {
  const parts = daysOf('batch', period);
  return parts.length === 0 ? undefined : { ...place, id: null, title, level: 'out-of-province', parts };
}

const daysOf = (name: Activity['parts'][number]['name'], period: Period | undefined): Activity['parts'] =>
  period && isExact(period.start) && isExact(period.end) ? [{ name, start: period.start, end: period.end }] : [];

function milestonesOf(edition: Edition | undefined, year: number): Milestone[] {
  if (!edition) return [];
  const { baseMidyear, provincialDeadline } = valuesOf<'training'>(edition.values);
  const on = (date: CalendarDate | undefined, label: Words): Milestone[] =>
    date === undefined ? [] : [{ year, date, label }];
  return [
    ...on(baseMidyear, { zh: '院级进度', en: 'hospital level' }),
    ...on(provincialDeadline, { zh: '省级截止', en: 'provincial' }),
  ];
}
