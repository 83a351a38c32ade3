import type { Finding, Language, Location, Verdict, Words } from '../../model/finding.ts';
import { severityNames } from '../../model/names.ts';
import { version } from '../../model/version.ts';
import { visible } from '../../text/visible.ts';
import { xmlText } from '../../text/xml.ts';
import { notJudgedIn } from '../not-judged.ts';
import { withCell } from '../place.ts';
import { byFile, details, type Explained, listed, notJudgedTold, type Reporter, summaryLines } from './report.ts';

/** One test case: what it is about, and the element that says how it went; none for a pass. */
interface Case {
  file: string;
  rule: string;
  subject: string | null;
  /** Which it is of several of a subject. */
  label?: Words | null;
  path: string;
  line?: number;
  went: { failure?: object; skipped?: object; error?: object };
}

/**
 * For the test reports of CI services: a suite a file; a test case each verdict, and each finding of a rule that gives no
 * verdicts. What is pending, unknown or waived is skipped.
 */
export const junit: Reporter = (result, options) => {
  const { lang } = options;
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  const colon = word('：', ': ');

  const failure = (failed: Explained & Location & Pick<Finding, 'message' | 'severity'>) => {
    const { severity, file, line, column, cell } = failed;
    const { asked, basis, remedy } = details(failed, lang);
    const said = withCell(failed, lang);
    const text = [
      `${severityNames[severity][lang]}${colon}${said}`,
      asked,
      basis,
      remedy,
      cell ? visible(file) : `${visible(file)}:${line}:${column}`,
    ];
    return { failure: { '@message': said, '@type': severity, '#text': text.filter((part) => part !== '').join('\n') } };
  };
  const skipped = (message: string) => ({ skipped: { '@message': message } });
  const went = (judged: Verdict): Case['went'] => {
    const { verdict, message, remedy, reason } = judged;
    if (message && remedy)
      return verdict === 'waived'
        ? skipped(details({ ...judged, remedy }, lang).remedy)
        : failure({ ...judged, ...judged.foundAt, message, remedy });
    const why = reason ? `${colon}${visible(reason[lang])}` : '';
    if (verdict === 'pending') return skipped(`${word('未到期', 'pending')}${why}`);
    return verdict === 'unknown' ? skipped(`${word('无法判断', 'unknown')}${why}`) : {};
  };
  const isListed = ({ verdict, severity }: Verdict) => !options.quiet || verdict !== 'fail' || severity === 'error';

  const cases: Case[] = [
    ...listed(result.findings, options)
      .filter(({ policy }) => policy === null)
      .map((finding) => ({ ...finding, went: failure(finding) })),
    ...(result.verdicts ?? []).filter(isListed).map((verdict) => ({ ...verdict, went: went(verdict) })),
    ...notJudgedTold(result, options).map((each) => ({
      file: each.file,
      rule: each.rule,
      subject: null,
      path: '',
      line: each.line,
      went: each.isFailure
        ? { error: { '@message': notJudgedIn(each, lang), '@type': each.rule.replace('file/', '') } }
        : skipped(notJudgedIn(each, lang)),
    })),
  ];
  const properties = { version, asOf: result.asOf, summary: summaryLines(result, options).join(' ') };
  return xmlText({
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    testsuites: {
      '@name': 'hn-gp',
      ...totals(cases),
      properties: {
        property: Object.entries(properties).map(([name, value]) => ({ '@name': name, '@value': value })),
      },
      testsuite: byFile(cases).map(([file, own]) => {
        const names = distinctNames(own, lang);
        return {
          '@name': visible(file),
          ...totals(own),
          testcase: own.map(({ rule, line, went: element }, index) => ({
            '@name': names[index],
            '@classname': rule.split('/')[0],
            '@file': visible(file),
            '@line': line,
            '@time': '0',
            ...element,
          })),
        };
      }),
    },
  });
};

function totals(cases: readonly Case[]): Record<string, number> {
  const count = (element: keyof Case['went']) => cases.filter(({ went }) => went[element]).length;
  return {
    '@tests': cases.length,
    '@failures': count('failure'),
    '@errors': count('error'),
    '@skipped': count('skipped'),
    '@time': 0,
  };
}

/** Rule, subject and which of it; the path and then a number where these are not enough to tell the cases of a suite apart. */
function distinctNames(cases: readonly Case[], lang: Language): string[] {
  const plain = cases.map(({ rule, subject, label }) =>
    [rule, subject, label?.[lang]].flatMap((part) => (part ? visible(part) : [])).join(' · '),
  );
  const uses = tally(plain);
  const withPath = plain.map((name, index) =>
    uses.get(name) === 1 ? name : `${name} · ${visible(cases[index]?.path || '/')}`,
  );
  const seen = new Map<string, number>();
  return withPath.map((name) => {
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

function tally(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
