import type { Failure } from '../../engine/rule.ts';
import type { Words } from '../../model/finding.ts';
import type { PartName } from '../../records/part.ts';
import type { SessionSubject } from '../../records/session.ts';
import { addWhatWasDone } from './ahead.ts';

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
    afterwards: addWhatWasDone,
  };
}
