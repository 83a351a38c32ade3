import { readOr } from '../../model/cannot-tell.ts';
import type { Exam } from '../../model/record-types.ts';
import type { SessionSubject } from '../../records/session.ts';

/** A sitting of a session's exam. */
export interface Sitting {
  path: string;
  session: SessionSubject;
  sitting: NonNullable<Exam['sittings']>[number];
}

/** The sittings of a session's exam, those to make up left out; one of which that cannot be read is among them. */
export const sittingsOf = (session: SessionSubject): Sitting[] =>
  (session.session.exam?.sittings ?? []).flatMap((sitting, index) =>
    readOr(() => sitting.makeUp, false) ? [] : [{ path: session.at('exam', 'sittings', index), session, sitting }],
  );
