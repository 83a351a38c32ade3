import { type CheckOptions, check } from '../../src/check/check.ts';
import { loadConfig } from '../../src/check/config.ts';
import type { Language } from '../../src/model/finding.ts';
import type { Kind } from '../../src/model/kinds.ts';
import { type Editions, noticeOf } from '../../src/notices/edition.ts';
import { type Starter, starter } from '../../src/starter/starter.ts';

export const allKinds: Kind[] = ['plan', 'session', 'province', 'pairing', 'city-program'];

/** What a starter is made with; without more, in Chinese for 2024. */
export interface Wanted {
  base?: string;
  start?: string;
  year?: number;
  keys?: Language;
  lang?: Language;
  editions?: Editions;
}

const config = await loadConfig({ config: false, cwd: process.cwd() });

/** A starter made without a config. */
export function made(
  kind: Kind,
  { base, start, year = 2024, keys = 'zh', lang = 'zh', editions = config.editions }: Wanted = {},
): Starter {
  const governs = (notice: 'training' | 'pairing' | 'haikou') =>
    editions.governing(notice, notice === 'pairing' ? undefined : year);
  return starter({
    kind,
    year,
    start,
    base,
    editions: {
      training: governs('training'),
      pairing: governs('pairing'),
      haikou: noticeOf(kind) === 'haikou' ? governs('haikou') : undefined,
    },
    config,
    keys,
    lang,
    file: `${kind}.yaml`,
  });
}

/** What a check finds in a text: each rule, how often. */
export async function found(text: string, asOf: string, options: Partial<CheckOptions> = {}) {
  const { findings } = await check({
    texts: [{ file: 'starter.yaml', bytes: new TextEncoder().encode(text) }],
    cwd: process.cwd(),
    config: false,
    asOf,
    ...options,
  });
  const rules: Record<string, number> = {};
  for (const { rule } of findings) rules[rule] = (rules[rule] ?? 0) + 1;
  return rules;
}
