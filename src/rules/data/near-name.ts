import { defineDataRule } from '../../engine/rule.ts';
import { readOr } from '../../model/cannot-tell.ts';
import type { RecordSubject } from '../../records/subjects.ts';
import { isOneEditAway } from '../common/one-edit.ts';
import { isPlaceholder } from '../common/placeholder.ts';

interface Name {
  path: string;
  /** Read only when looked at. */
  name(): string | undefined;
}

function namesIn({ data, sessions }: RecordSubject): Name[] {
  const names: Name[] = [];
  const add = (path: string, name: Name['name']) => names.push({ path, name });
  if (data.kind === 'plan') add('/base/name', () => data.base.name);
  if (data.kind === 'session') add('/base', () => data.base);
  if (data.kind === 'pairing') {
    add('/helper', () => data.helper);
    add('/helped', () => data.helped);
  }
  for (const subject of sessions)
    for (const index of (readOr(() => subject.session.host, undefined) ?? []).keys())
      add(subject.at('host', index), () => subject.session.host?.[index]);
  return names;
}

export default defineDataRule({
  id: 'data/near-name',
  severity: 'warning',
  subject: 'record',
  on: (record) => (record.duplicateOf ? [] : namesIn(record)),
  judge: ({ path, name: read }, _, { knownNames }) => {
    const name = read();
    if (name === undefined || knownNames.includes(name)) return 'pass';
    if (isPlaceholder(name))
      return {
        fail: path,
        message: { zh: `名称还没有填写：${name}`, en: `The name is still to be filled in: ${name}` },
        expected: { zh: '单位全称', en: 'the full name' },
        actual: name,
        remedy: { zh: '写上单位全称', en: 'Write the full name' },
      };
    const near = knownNames.find((known) => isOneEditAway(name, known));
    return near === undefined
      ? 'pass'
      : {
          fail: path,
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
  words: {
    title: { zh: '单位名称没有写错字', en: 'Names of bases are not mistyped' },
    asks: {
      zh: '基地、承办单位、培训基地和对口帮扶基地的名称，如果与通知或配置里的名称只差一个字，多半是写错了；名称不一致时记录无法合并。',
      en: 'A base, host, helper or helped name one character away from a name in the notices or the config is most likely mistyped; records join by name.',
    },
    reading: {
      zh: '只差数字的不算（第三人民医院、第四人民医院是两家）。起始文件里的“（请填写…）”还没有换成名称的，也报出来。',
      en: 'Names that differ in a numeral alone are different hospitals (第三, 第四). A starter’s "(fill in: …)" that has not become a name is told too.',
    },
    remedy: { zh: '改成规范名称', en: 'Write the proper name' },
  },
});
