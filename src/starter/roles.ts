import type { Words } from '../model/finding.ts';
import { UsageError } from '../model/usage-error.ts';
import { valuesOf } from '../notices/edition.ts';
import { QUOTED } from '../text/typography.ts';
import type { StarterRequest } from './request.ts';
import { type AnnexRow, annexOf, headingOf } from './sessions.ts';

type BaseType = 'residency' | 'assistant-gp' | 'tcm';

/** A base as the notices and the config know it. */
export interface Base {
  /** The name that the config gives it, else the one asked for. */
  name: string;
  /** Its types, where the config says them. */
  types: readonly BaseType[] | undefined;
  /** Whether the notices or the config know it. */
  known: boolean;
  /** The provincial sessions that the training notice gives to it. */
  annexed: AnnexRow[];
  /** Its pairs in the pairing notice, in which it is the one or the other. */
  pairs: { helper: string; helped: string }[];
}

/**
 * Looks a base up. A name that is one character off, or only part of a known one, is a UsageError that names what was
 * most likely meant: a wrong name would part the record from all others of its base.
 */
export function findBase(given: string, { config, editions }: Pick<StarterRequest, 'config' | 'editions'>): Base {
  const written = given.trim().replace(QUOTED, '$1');
  const { bases } = config;
  if (written === '' || /\p{Cc}/u.test(written))
    throw new UsageError('--base 后面要写基地的全称', '--base takes the full name of a base');
  const known = bases.knows(written);
  const near = bases.names.filter((name) => bases.near(written, [name]) || name.includes(written));
  if (!known && near.length > 0)
    throw new UsageError(
      `通知和配置里没有“${written}”，是不是想写：${near.join('、')}？如果确实是另一家单位，把它加到配置文件的 bases 里`,
      `neither the notices nor the config know "${written}"; did you mean ${near.join(', ')}? If it is another hospital, add it to "bases" in the config file`,
    );
  const listed = bases.listedAs(written);
  const name = listed?.name ?? written;
  const isOwn = (other: string) => bases.canonicalName(other) === bases.canonicalName(name);
  const nameOf = (other: string) => (isOwn(other) ? name : bases.canonicalName(other));
  const { training, pairing } = editions;
  const pairs = pairing
    ? (valuesOf<'pairing'>(pairing.values).pairs ?? []).flatMap(({ helper, helped }) =>
        helped.map((each) => ({ helper: nameOf(helper), helped: nameOf(each) })),
      )
    : [];
  return {
    name,
    types: listed?.types,
    known,
    annexed: annexOf(training).filter(({ host }) => [host].flat().some(isOwn)),
    pairs: pairs.filter(({ helper, helped }) => helper === name || helped === name),
  };
}

/** What the notices give a base to do, one sentence each, its name first. */
export function rolesInWords({ name, annexed, pairs }: Base): Words[] {
  const helps = pairs.filter(({ helper }) => helper === name).map(({ helped }) => helped);
  const helpers = pairs.filter(({ helped }) => helped === name).map(({ helper }) => helper);
  return [
    ...annexed.map((row) => {
      const { zh, en } = headingOf(row);
      return { zh: `${name}承办${zh}`, en: `${name} hosts the ${en}` };
    }),
    ...(helps.length > 0
      ? [{ zh: `${name}结对帮扶${helps.join('、')}`, en: `${name} helps ${helps.join(', ')}` }]
      : []),
    ...helpers.map((helper) => ({ zh: `${name}由${helper}结对帮扶`, en: `${name} is helped by ${helper}` })),
  ];
}
