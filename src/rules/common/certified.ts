import { readOr } from '../../model/cannot-tell.ts';
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
}

/** The participants of a session who have a certificate; one of whom that cannot be read is among them. */
export const certifiedIn = (session: SessionSubject): Certified[] =>
  (session.session.participants ?? [])
    .map((participant, index) => ({
      path: session.at('participants', index),
      label: trimmed(nameOf({ participant, index })),
      session,
      index,
      participant,
    }))
    .filter(({ participant }) => readOr(() => participant.certificate !== undefined, true));

/** Which participant it is: by the id, or by the place in the list where that cannot be read. */
export function nameOf({ participant, index }: Pick<Certified, 'participant' | 'index'>): Words {
  const id = readOr(() => participant.id, undefined);
  return id === undefined ? { zh: `第 ${index + 1} 名学员`, en: `no. ${index + 1}` } : { zh: `学员 ${id} `, en: id };
}

const trimmed = ({ zh, en }: Words): Words => ({ zh: zh.trim(), en });
