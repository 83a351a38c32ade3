import { defineDataRule } from '../../engine/rule.ts';
import { readOr } from '../../model/cannot-tell.ts';
import type { RecordSubject } from '../../records/subjects.ts';
import { memberPath } from '../common/member-path.ts';
import { isPlaceholder } from '../common/placeholder.ts';

/** A name, and where it stands; both are read only when looked at. */
interface Name {
  path(): string;
  name(): string | undefined;
}

function namesIn({ data, record, sessions }: RecordSubject): Name[] {
  const names: Name[] = [];
  const add = (path: string, name: Name['name']) => names.push({ path: () => path, name });
  if (data.kind === 'plan') add('/base/name', () => data.base.name);
  if (data.kind === 'session') add('/base', () => data.base);
  if (data.kind === 'pairing') {
    add('/helper', () => data.helper);
    add('/helped', () => data.helped);
  }
  for (const subject of sessions)
    for (const index of readOr(() => subject.session.host, undefined)?.keys() ?? [])
      names.push({
        path: () => memberPath(record, subject.at('host'), index),
        name: () => subject.session.host?.[index],
      });
  return names;
}

export default defineDataRule({
  id: 'data/near-name',
  severity: 'warning',
  subject: 'record',
  on: (record) => (record.duplicateOf ? [] : namesIn(record)),
  judge: ({ path, name: read }, _, { bases }) => {
    const name = read();
    if (name === undefined) return 'pass';
    if (isPlaceholder(name))
      return {
        fail: path(),
        message: { zh: `名称还没有填写：${name}`, en: `The name is still to be filled in: ${name}` },
        expected: { zh: '单位全称', en: 'the full name' },
        actual: name,
        remedy: { zh: '写上单位全称', en: 'Write the full name' },
      };
    const near = bases.near(name);
    return near === undefined
      ? 'pass'
      : {
          fail: path(),
          message: {
            zh: `“${name}”与“${near}”只差一个字，是不是写错了？`,
            en: `"${name}" is one character away from "${near}": did you mean that?`,
          },
          expected: near,
          actual: name,
          remedy: {
            zh: `改为“${near}”；如果确实是另一家单位，把它的名称加到配置文件的 bases 里`,
            en: `Write "${near}"; if it is another hospital, add its name to "bases" in the config file`,
          },
        };
  },
  words: () => ({
    title: { zh: '单位名称没有写错字', en: 'Names of bases are not mistyped' },
    asks: {
      zh: '基地、承办单位（有几家的每家）、培训基地和对口帮扶基地的名称，如果与通知、名称登记或配置里的名称只差一个字，多半是写错了；名称不一致时记录无法合并。',
      en: 'A base, host (each of several), helper or helped name one character away from a name in the notices, the registry or the config is most likely mistyped; records join by name.',
    },
    reading: {
      zh: '改名前后的名称（海南医学院、海南医科大学的附属医院）、全称和简称，登记过的都认作同一家；名称里的空格、全角字符不算差别。只差数字的不算写错（第三人民医院、第四人民医院是两家）。差两个字以上的不提示。起始文件里的“（请填写…）”还没有换成名称的，也报出来。',
      en: 'Registered names before and after a change, long and short, are one base; blanks and full-width characters in a name make no difference. Names that differ in a numeral alone are different hospitals (第三, 第四). Two edits or more are not told. A starter’s "(fill in: …)" that has not become a name is told too.',
    },
    remedy: { zh: '改成规范名称', en: 'Write the proper name' },
  }),
});
