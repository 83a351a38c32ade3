import { attempt, type CannotTell, readOr } from '../../model/cannot-tell.ts';
import type { Words } from '../../model/finding.ts';
import type { Participants } from '../../model/record-types.ts';
import type { SessionSubject } from '../../records/session.ts';

/** A participant who has a certificate. */
export interface Certified {
  path: string;
  label: Words;
  session: SessionSubject;
  index: number;
  participant: Participants[number];
  /** True, or why it cannot be told whether the session is one of those that are asked. */
  isAsked: true | CannotTell;
}

/** The participants who have a certificate, where the session is asked; one of whom that cannot be read is among them. */
export function certifiedIn(session: SessionSubject, asked: () => boolean): Certified[] {
  const isAsked = attempt(asked);
  if (isAsked === false) return [];
  return (session.session.participants ?? [])
    .map((participant, index) => ({
      path: session.at('participants', index),
      label: trimmed(nameOf({ participant, index })),
      session,
      index,
      participant,
      isAsked,
    }))
    .filter(({ participant }) => readOr(() => participant.certificate !== undefined, true));
}

/** Which participant it is: by the id, or by the place in the list where that cannot be read. */
export function nameOf({ participant, index }: Pick<Certified, 'participant' | 'index'>): Words {
  const id = readOr(() => participant.id, undefined);
  return id === undefined ? { zh: `第 ${index + 1} 名学员`, en: `no. ${index + 1}` } : { zh: `学员 ${id} `, en: id };
}

const trimmed = ({ zh, en }: Words): Words => ({ zh: zh.trim(), en });
