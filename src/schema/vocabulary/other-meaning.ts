/** Characters one of which in place of another makes a word of another meaning: 主办 is another role than 承办, 省内 the contrary of 省外. */
const CONTRASTS = [
  '主承协合联经举申代自督',
  '内外中间',
  '中西',
  '上下中',
  '前后早中晚初末',
  '省市县区院校国州乡镇级部厅局处科室系',
  '单多双全半各每',
  '总分小大平均人次',
  '正副组长员',
  '已未不非无没免待',
  '年月季周日时',
  '一二三四五六七八九十两半',
  '开结始终起止停',
  '本专全分内外普',
  '生员师长人者',
  '收支出入进',
  '教授讲备听上',
  '审批查核评考测验检',
  '培实进见研轮集',
  '新老旧初复补再',
  '招收派送选推',
  '报发送交收通简到',
  '数员名次群',
  '合及优良',
  '线场网',
  '班部点课费处科类',
  '类型级层别',
  '任职业务',
  '省央',
  '儿普',
  '办担接建',
  '核勤题',
  '结数',
  '式案',
  '长段间',
  '费验',
  '人天日期次批',
  '额称',
  '单岗',
  '加训',
];

/** Characters whose coming or going makes a word of another meaning: 副组长 is no 组长, 未完成 the contrary of 完成. */
const MODIFIERS = '不未非无没免否副总分子单双多全半新老旧初复补再上下前后内外大小主协代原准反被各每年月日市县省区院儿';

/** Words that differ from one of the vocabulary by one letter, and mean something of their own. */
const WORDS: ReadonlySet<string> = new Set([
  ...['集中备课', '实训基地', '培养基地', '培训通知', '规培招生', '专科医生', '全科医师'],
  ...[
    '培训部',
    '培训点',
    '培训课',
    '培训费',
    '培训班次',
    '课程设置',
    '合格证',
    '合格率',
    '实地调查',
    '任务清单表',
    '省级培训',
    '培训班级',
    '培训月数',
  ],
  // A key itself, one letter from one that stands before it (Helped is no slip for helper).
  'helped',
  ...['cost', 'most', 'lost', 'data', 'rate', 'gate', 'case', 'term', 'site', 'size', 'from'],
  ...['plane', 'plain', 'near', 'lever', 'tile', 'titled', 'fore', 'item', 'mind', 'find', 'king'],
  ...['note', 'exams', 'tram', 'steam', 'stare', 'stage', 'adopter'],
]);

/** Whether a word one edit away from another is no slip for it, but another word. */
export function hasOtherMeaning(word: string, other: string): boolean {
  if (WORDS.has(word)) return true;
  let at = 0;
  while (at < word.length && word[at] === other[at]) at += 1;
  const longer = word.length > other.length ? word : other;
  if (word.length !== other.length) return MODIFIERS.includes(longer.charAt(at));
  return CONTRASTS.some((set) => set.includes(word.charAt(at)) && set.includes(other.charAt(at)));
}
