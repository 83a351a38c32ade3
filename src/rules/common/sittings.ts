import { readOr } from '../../model/cannot-tell.ts';
import type { Words } from '../../model/finding.ts';
import type { Exam } from '../../model/record-types.ts';
import { listed } from '../../notices/value-kinds.ts';
import { readable } from '../../records/counting.ts';
import type { SessionSubject } from '../../records/session.ts';
import { partNames } from './parts.ts';

/** A sitting of a session's exam. */
export interface Sitting {
  path: string;
  /** By its place in the list and what it covers. */
  readonly label: Words;
  session: SessionSubject;
  sitting: NonNullable<Exam['sittings']>[number];
}

/** The sittings of a session's exam, those to make up left out; one of which that cannot be read is among them. */
export const sittingsOf = (session: SessionSubject): Sitting[] =>
  (session.session.exam?.sittings ?? []).flatMap((sitting, index) =>
    readOr(() => sitting.makeUp, false)
      ? []
      : [
          {
            path: session.at('exam', 'sittings', index),
            get label() {
              return nameOf(sitting, index);
            },
            session,
            sitting,
          },
        ],
  );

function nameOf(sitting: Sitting['sitting'], index: number): Words {
  const covered = listed(readable(readOr(() => sitting.covers, [])).map((part) => partNames[part]));
  return { zh: `第 ${index + 1} 场（${covered.zh}）`, en: `sitting ${index + 1} (${covered.en})` };
}
