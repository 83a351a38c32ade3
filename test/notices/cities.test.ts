import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { workspace } from '../cli/run.ts';

const bundled = readFileSync(join(import.meta.dirname, '../../notices/haikou-2019.yaml'), 'utf8');
/** A later scheme that names the city in one way and asks for more practice bases. */
const later = (city: string) =>
  bundled
    .replace('edition: "2019"', 'edition: "2025"')
    .replace('issued: 2019-04-04', 'issued: 2025-02-04')
    .replace('{ from: 2019, cities: [海口, 海口市] }', `{ from: 2025, cities: [${city}] }`)
    .replace('〔2019〕80号', '〔2025〕8号')
    .replace('2019-12-31', '2025-12-31')
    .replace('2019-04-30', '2025-04-30')
    .replace('practiceBases: { value: 6', 'practiceBases: { value: 9');

let place: ReturnType<typeof workspace>;
beforeEach(() => {
  place = workspace();
});
afterEach(() => place.remove());

describe.each(['海口', '海口市'])('a later scheme that names the city %s', (named) => {
  beforeEach(() => place.write('later.yaml', later(named)));

  test.each(['海口', '海口市'])('governs it where the record writes %s', (city) => {
    place.write('city.yaml', `kind: city-program\ncity: ${city}\nyear: 2025\npracticeBases: 7\n`);
    const check = (...args: string[]) =>
      JSON.parse(place.run(['check', 'city.yaml', '--verdicts', '-f', 'json', ...args]).out);
    const { verdicts, overrides } = check('--edition', 'later.yaml', '--rule', 'haikou/practice-bases');
    expect(verdicts.map(({ verdict }: { verdict: string }) => verdict)).toEqual(['fail']);
    expect(overrides.editions[0]).toMatchObject({ replaces: ['2019'], judged: true });
  });

  test('governs no other city', () => {
    place.write('city.yaml', 'kind: city-program\ncity: 文昌市\nyear: 2025\npracticeBases: 7\n');
    expect(place.run(['check', 'city.yaml', '--edition', 'later.yaml']).out).toContain('data/no-edition');
  });

  test('is said to govern it together with another', () => {
    place.write('other.yaml', later(named === '海口' ? '海口市' : '海口').replace('"2025"', '"2026"'));
    const { out } = place.run(['edition', 'check', 'later.yaml', '--edition', 'other.yaml']);
    expect(out).toContain('“2026”版也管 2025 年度起');
  });
});
