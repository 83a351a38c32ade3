import { useState } from 'preact/hooks';
import type { Kind } from '../../model/kinds.ts';
import { Dialog } from './dialog.tsx';
import { useWord } from './language.ts';
import type { Part, Dialog as Shown } from './session.ts';

/** Asks for a starter, and says what to do with it. */
export function BeginDialog({ session, state, dialog }: Part & { dialog: Extract<Shown, { is: 'begin' }> }) {
  const word = useWord();
  const { choices, lang } = state;
  const [kind, setKind] = useState<Kind>('plan');
  if (!choices) return null;
  const { takes } = choices.kinds.find((each) => each.kind === kind) ?? {
    takes: { base: true, year: true, start: true },
  };
  return (
    <Dialog session={session} title={word('新建起始表', 'New workbook or file')}>
      <p class="muted">
        {word(
          '通知里的数字已经填好，每一项带说明，填上自己的就行。',
          'The numbers of the notice are filled in and each field is explained; add what is yours.',
        )}
      </p>
      <form
        class="begin"
        onSubmit={(event) => {
          event.preventDefault();
          const data = new FormData(event.currentTarget);
          const text = (name: string) => String(data.get(name) ?? '').trim() || undefined;
          const year = text('year');
          void session.begin({
            kind,
            as: text('as') === 'yaml' ? 'yaml' : 'xlsx',
            base: text('base'),
            year: year === undefined ? undefined : Number(year),
            start: text('start'),
          });
        }}
      >
        <label>
          {word('填什么', 'Kind')}
          <select name="kind" value={kind} onChange={({ currentTarget: { value } }) => setKind(value as Kind)}>
            {choices.kinds.map((each) => (
              <option key={each.kind} value={each.kind}>
                {each.title[lang]}
              </option>
            ))}
          </select>
        </label>
        {takes.base && (
          <label>
            {word('基地全称', 'Full name of the base')}
            <input name="base" list="bases" autocomplete="off" />
            <span class="muted small">
              {word('从列表里选；可以先空着，以后填在表里', 'choose from the list, or fill it in later')}
            </span>
          </label>
        )}
        <datalist id="bases">
          {choices.bases.map((base) => (
            <option key={base} value={base} />
          ))}
        </datalist>
        {takes.year && (
          <label>
            {word('年度', 'Year')}
            <input
              name="year"
              inputMode="numeric"
              pattern="\d{4}"
              list="years"
              placeholder={String(choices.years.at(-1) ?? '')}
            />
            <span class="muted small">
              {word(`现有通知管 ${choices.years.join('、')} 年度`, `the notices govern ${choices.years.join(', ')}`)}
            </span>
          </label>
        )}
        <datalist id="years">
          {choices.years.map((year) => (
            <option key={year} value={String(year)} />
          ))}
        </datalist>
        {takes.start && (
          <label>
            {word('第一天', 'First day')}
            <input name="start" type="date" />
            <span class="muted small">
              {word(
                '第一期（或帮扶）开始的日子，其余日期据此推算；可以空着',
                'of the first session or the pairing; other dates follow from it; may be left empty',
              )}
            </span>
          </label>
        )}
        <fieldset class="as">
          <legend>{word('格式', 'Format')}</legend>
          <label class="check">
            <input type="radio" name="as" value="xlsx" defaultChecked /> {word('Excel 工作簿', 'Excel workbook')}
          </label>
          <label class="check">
            <input type="radio" name="as" value="yaml" /> {word('YAML 文本', 'YAML text')}
          </label>
        </fieldset>
        <button type="submit" class="main">
          {word('下载', 'Download')}
        </button>
      </form>
      <div role="status">
        {dialog.failure && <p class="fault">{dialog.failure[lang]}</p>}
        {dialog.made && (
          <>
            <p>
              {word(
                `已下载 ${dialog.made}。填好保存后，拖到这一页检查。`,
                `${dialog.made} is downloaded. Fill it in, save it and drop it on this page.`,
              )}
            </p>
            <ul class="plain-list muted small">
              {dialog.notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Dialog>
  );
}
