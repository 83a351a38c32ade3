import { expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import specialties from '../../src/generated/specialties.json' with { type: 'json' };
import { Editions } from '../../src/notices/edition.ts';
import { bareForm } from '../../src/schema/vocabulary/bare-form.ts';

/** How a specialty may be written: its code, its name, and what else it is called. */
const written: Record<string, string> = {
  'internal-medicine': '内科 内科学',
  surgery: '外科 普外科 普通外科 外科学',
  'general-practice': '全科 全科医学 全科医学科 全科专业 GP',
  anesthesiology: '麻醉 麻醉科 麻醉学',
  ultrasound: '超声 超声科 超声医学 超声医学科',
  tcm: '中医 中医类 中医科 中医学',
  pediatrics: '儿科',
  emergency: '急诊科 急诊',
  dermatology: '皮肤科',
  psychiatry: '精神科',
  neurology: '神经内科',
  rehabilitation: '康复医学科 康复科 康复',
  neurosurgery: '神经外科',
  'cardiothoracic-surgery': '胸心外科',
  urology: '泌尿外科',
  'plastic-surgery': '整形外科',
  orthopedics: '骨科',
  'pediatric-surgery': '儿外科',
  'obstetrics-gynecology': '妇产科',
  ophthalmology: '眼科',
  otolaryngology: '耳鼻咽喉科 耳鼻喉科',
  pathology: '临床病理科 病理科',
  'laboratory-medicine': '检验医学科 检验科',
  radiology: '放射科 医学影像科',
  'nuclear-medicine': '核医学科',
  'radiation-oncology': '放射肿瘤科',
  'medical-genetics': '医学遗传科',
  'preventive-medicine': '预防医学科',
  'critical-care': '重症医学科 ICU',
  dentistry: '口腔科 口腔全科',
  'tcm-general-practice': '中医全科',
};

test('the directory has these specialties by these names, and no name stands for two', () => {
  const listed = specialties.map(({ code, name, also = [] }) => [code, [name, ...also].join(' ')]);
  expect(Object.fromEntries(listed)).toEqual(written);
  const forms = Object.entries(written).flatMap(([code, names]) => [code, ...names.split(' ')].map(bareForm));
  expect(new Set(forms).size).toBe(forms.length);
});

test('each of them is recognised, and what is none of them is not', async () => {
  const forms = Object.entries(written).flatMap(([code, names]) => [code, ...names.split(' ')]);
  const sessions = [...forms, '肝胆外科'].map(
    (form, index) => `  - {id: S-${index}, title: 一, level: hospital, audience: faculty, specialty: ${form}}\n`,
  );
  const text = `kind: plan\nyear: 2024\nbase: {name: 海口市人民医院, types: residency}\nsessions:\n${sessions.join('')}`;
  const { findings } = await check({
    texts: [{ file: 'plan.yaml', bytes: new TextEncoder().encode(text) }],
    cwd: process.cwd(),
    config: false,
    asOf: '2024-01-15',
    rules: ['data/unrecognised-specialty'],
  });
  expect(findings.map(({ actual, severity }) => [actual?.zh, severity])).toEqual([['肝胆外科', 'warning']]);
});

test('GP in Chinese medicine is of its category; what no category names is one of its own', () => {
  const categories = new Editions().categoriesOf(2024);
  expect(categories.ofSpecialty('tcm-general-practice')).toEqual(['tcm']);
  for (const code of ['tcm', 'surgery', 'pediatrics', '肝胆外科']) expect(categories.ofSpecialty(code)).toEqual([code]);
});

test.each(['中医内科', '中医外科', '急诊内科', '全科急诊', '儿科急诊'])(
  '%s is kept as written, with a word about it',
  async (specialty) => {
    const text = `kind: session\nyear: 2024\nbase: 海口市人民医院\ntitle: 一\nlevel: provincial\naudience: faculty\nspecialty: ${specialty}\n`;
    const { findings } = await check({
      texts: [{ file: 'session.yaml', bytes: new TextEncoder().encode(text) }],
      cwd: process.cwd(),
      config: false,
      asOf: '2024-01-15',
      rules: ['data/unrecognised-specialty', 'schema/*'],
    });
    expect(findings.map(({ rule, severity, path }) => `${severity} ${rule} ${path}`)).toEqual([
      'warning data/unrecognised-specialty /specialty',
    ]);
  },
);
