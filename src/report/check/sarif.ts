import { ruleAcross, saidAcross } from '../../engine/in-edition.ts';
import type { Finding, Severity, WaivedFinding, Words } from '../../model/finding.ts';
import { version } from '../../model/version.ts';
import { bundledEditions, type Edition } from '../../notices/edition.ts';
import { catalogue } from '../../reference/catalogue.ts';
import { fileRules } from '../../rules/file-rules.ts';
import { rules } from '../../rules/index.ts';
import { jsonText, visible } from '../../text/visible.ts';
import { notJudgedIn } from '../not-judged.ts';
import { overridesInWords } from '../overrides.ts';
import { withCell } from '../place.ts';
import { fingerprints } from './fingerprints.ts';
import { details, listed, notJudgedTold, type Reporter } from './report.ts';

const levels: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' };

/** What paths are relative to: the folder in which the check was run. */
const ROOT = 'SRCROOT';

/** For code scanning: SARIF 2.1.0 with every rule, the findings, and what was waived as suppressed. */
export const sarif: Reporter = (result, options) => {
  const { lang, editions = bundledEditions } = options;
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  const { files, records, asOf, counts, unjudged, unreadable, overrides } = result;
  const catalogued = catalogue(editions, undefined, lang).rows;
  const indexes = new Map(catalogued.map(({ id }, index) => [id, index]));
  const names = fingerprints(result);

  const rule = ({ id, policy, clause, modality, severity, waivable, title, asks }: (typeof catalogued)[number]) => {
    const sections = helpOf(id, asks, editions, lang);
    return {
      id,
      shortDescription: { text: visible(title) },
      fullDescription: { text: visible(asks) },
      help: {
        text: sections.map(([heading, said]) => `${heading}${word('：', ': ')}${said}`).join('\n'),
        markdown: sections.map(([heading, said]) => `**${heading}**\n\n${said}`).join('\n\n'),
      },
      defaultConfiguration: { level: levels[severity] },
      properties: { policy, clause, modality, waivable, tags: [id.split('/')[0]] },
    };
  };
  const found = (finding: Finding | WaivedFinding) => {
    const { remedy, expected, actual, clause, modality, path, record, subject } = finding;
    const { asked, remedy: last } = details({ ...finding, waiver: null }, lang);
    return {
      ruleId: finding.rule,
      ruleIndex: indexes.get(finding.rule),
      level: levels[finding.severity],
      message: {
        text: withoutLinks([withCell(finding, lang), asked, last].filter((part) => part !== '').join('\n')),
      },
      locations: finding.file === '' ? [] : [{ physicalLocation: physicalLocation(finding.file, regionOf(finding)) }],
      partialFingerprints: { 'finding/v1': names.get(finding) },
      suppressions: 'waiver' in finding ? [suppressionOf(finding)] : [],
      properties: {
        subject,
        path,
        record,
        clause,
        modality,
        expected: expected?.[lang],
        actual: actual?.[lang],
        remedy: remedy[lang],
      },
    };
  };
  const invocation = {
    executionSuccessful: unreadable.length === 0,
    toolExecutionNotifications: notJudgedTold(result, options).map((each) => ({
      level: each.isFailure ? 'error' : 'note',
      message: { text: withoutLinks(notJudgedIn(each, lang)) },
      locations: [
        {
          physicalLocation: physicalLocation(each.file, {
            startLine: each.line,
            startColumn: 1,
            endLine: each.line,
            endColumn: 1,
          }),
        },
      ],
    })),
    toolConfigurationNotifications: overridesInWords(overrides).map((words) => ({
      level: 'note',
      message: { text: withoutLinks(visible(words[lang])) },
    })),
    ruleConfigurationOverrides: (overrides?.rules ?? []).map(({ rule: id, severity }) => ({
      descriptor: { id, index: indexes.get(id) },
      configuration: severity === 'off' ? { enabled: false } : { level: levels[severity] },
    })),
  };
  return jsonText({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'hn-gp',
            version,
            semanticVersion: version,
            language: word('zh-CN', 'en-US'),
            rules: catalogued.map(rule),
          },
        },
        invocations: [invocation],
        originalUriBaseIds: {
          [ROOT]: {
            description: { text: word('运行检查时所在的文件夹', 'The folder in which the check was run') },
          },
        },
        columnKind: 'unicodeCodePoints',
        results: [...listed(result.findings, options), ...result.waived].map(found),
        properties: { asOf, files, records, verdicts: counts, notJudged: unjudged.length },
      },
    ],
  });
};

/** What is asked, the reading taken, how the verdict comes about and how to mend it, each under its heading. */
function helpOf(
  id: string,
  asks: string,
  editions: readonly Edition[],
  lang: keyof Words,
): [heading: string, said: string][] {
  const rule = rules.find((each) => each.id === id);
  const all = rule && ruleAcross(rule, editions);
  const reading = all && saidAcross(all, ({ words }) => words.reading);
  const verdict = all && saidAcross(all, ({ words }) => words.verdict);
  const remedy = all
    ? saidAcross(all, ({ words }) => words.remedy)
    : fileRules().find((each) => each.id === id)?.remedy;
  const sections: [Words, string | undefined][] = [
    [{ zh: '要求', en: 'Asks' }, asks],
    [{ zh: '理解', en: 'Reading' }, reading?.[lang]],
    [{ zh: '判定', en: 'Verdict' }, verdict?.[lang]],
    [{ zh: '改法', en: 'Remedy' }, remedy?.[lang]],
  ];
  return sections.flatMap(([heading, said]) => (said === undefined ? [] : [[heading[lang], visible(said)]]));
}

const regionOf = ({ line, column, endLine, endColumn }: Finding) => ({
  startLine: line,
  startColumn: column,
  endLine,
  endColumn,
});

const physicalLocation = (file: string, region: ReturnType<typeof regionOf>) => ({
  artifactLocation: artifactLocation(file),
  region,
});

/**
 * A reported path as a URI reference (RFC 3986): relative to the root, or absolute where it is on another drive or a share
 * of Windows, which nothing is relative to. Halves of characters, which it cannot hold, become U+FFFD.
 */
function artifactLocation(file: string): { uri: string; uriBaseId?: string } {
  const [, drive = '', path = ''] = /^([A-Za-z]:|)(.*)$/su.exec(file.replace(/[\ud800-\udfff]/gu, '\ufffd')) ?? [];
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  if (drive !== '' && path.startsWith('/')) return { uri: `file:///${drive}${encoded}` };
  if (drive === '' && path.startsWith('//')) return { uri: `file:${encoded}` };
  return { uri: encodeURIComponent(drive) + encoded, uriBaseId: ROOT };
}

/** A message in which `[text](target)` is no link and `{0}` no placeholder, as the format would read them. */
const withoutLinks = (text: string): string =>
  text.replace(/(?<!\\)(\\*)\]\(/g, '$1$1\\](').replace(/\{(\d+)\}/g, '{{$1}}');

const suppressionOf = ({ waiver: { reason, approvedBy, expires } }: WaivedFinding) => ({
  kind: 'external',
  status: 'accepted',
  justification: visible([reason, approvedBy, ...(expires === undefined ? [] : [expires])].join(' · ')),
});
