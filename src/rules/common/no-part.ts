import type { Failure } from '../../engine/rule.ts';
import type { Words } from '../../model/finding.ts';
import type { PartName } from '../../records/part.ts';
import type { SessionSubject } from '../../records/session.ts';

const names: Record<PartName, Words> = { offline: { zh: '线下', en: 'offline' }, online: { zh: '线上', en: 'online' } };

/** A session that lacks a part of which something is asked. */
export function noPart(session: SessionSubject, part: PartName, asked: Words): Failure {
  const { zh, en } = names[part];
  return {
    fail: session.at(part),
    message: { zh: `没有${zh}部分，要求 ${asked.zh}`, en: `No ${en} part, while ${asked.en} is asked for` },
    expected: asked,
    actual: { zh: `没有${zh}部分`, en: `no ${en} part` },
    remedy: { zh: `补上${zh}部分，写明日期和学时`, en: `Add the ${en} part with its dates and hours` },
    // The other part may be over before this one is due.
    afterwards: {
      zh: '办过没有写的，补写进来；没有办的，看还来不来得及补办，来不及的在备注里写明原因',
      en: 'Add it if it was held and is not written; if not, see whether it can still be held, else give the reason in the notes',
    },
  };
}
