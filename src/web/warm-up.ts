import { Answers } from './answers.ts';

/**
 * Makes a starter and checks it as if its year were over, so that the first check that somebody waits for does not run code
 * for the first time: that takes four times as long. Nothing of it is kept.
 */
export async function warmUp(): Promise<void> {
  const answers = new Answers();
  const ignore = () => {};
  const { years } = await answers.answer('choices', undefined, ignore);
  const year = years.at(-1);
  if (year === undefined) return;
  const asked = { kind: 'plan', as: 'yaml', lang: 'zh', year, start: `${year}-03-04` } as const;
  const { name, bytes } = await answers.answer('starter', asked, ignore);
  const settings = { asOf: `${year + 1}-01-10`, policies: [], complete: false, editions: [] };
  for (const further of ['', '备注: 一\n', '備註：二\n']) {
    const more = new TextEncoder().encode(further);
    answers.hold([{ file: name, bytes: Uint8Array.of(...bytes, ...more), isNamed: true }], [name]);
    await answers.answer('check', { lang: 'zh', ...settings }, ignore);
  }
}
