import { readOr } from '../../model/cannot-tell.ts';
import type { Words } from '../../model/finding.ts';
import type { Exam } from '../../model/record-types.ts';
import { listed } from '../../notices/value-kinds.ts';
import { readable } from '../../records/counting.ts';
import type { SessionSubject } from '../../records/session.ts';
import { partNames } from './parts.ts';

type Written = NonNullable<Exam['sittings']>[number];

/** A sitting of a session's exam. */
export class Sitting {
  readonly path: string;
  readonly session: SessionSubject;
  readonly sitting: Written;
  readonly #index: number;

  constructor(session: SessionSubject, sitting: Written, index: number) {
    this.path = session.at('exam', 'sittings', index);
    this.session = session;
    this.sitting = sitting;
    this.#index = index;
  }

  /** By its place in the list and what it covers; made when it is asked for. */
  get label(): Words {
    return nameOf(this.sitting, this.#index);
  }
}

/** The sittings of a session's exam, those to make up left out; one of which that cannot be read is among them. */
export const sittingsOf = (session: SessionSubject): Sitting[] =>
  (session.session.exam?.sittings ?? []).flatMap((sitting, index) =>
    readOr(() => sitting.makeUp, false) ? [] : [new Sitting(session, sitting, index)],
  );

function nameOf(sitting: Written, index: number): Words {
  const covered = listed(readable(readOr(() => sitting.covers, [])).map((part) => partNames[part]));
  return { zh: `第 ${index + 1} 场（${covered.zh}）`, en: `sitting ${index + 1} (${covered.en})` };
}
