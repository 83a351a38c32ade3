import type { Taken } from '../requests.ts';
import { useWord } from './language.ts';
import type { Part } from './session.ts';

/** What can be taken away of the check. */
export function TakeAway({ session, state }: Part) {
  const word = useWord();
  const { checked } = state;
  const workbooks = (checked?.read ?? []).filter(({ isWorkbook, role }) => isWorkbook && role === 'record');
  const [workbook, ...others] = workbooks;
  const offers: [string, string, Taken][] = [
    [word('合规记录', 'Record of compliance'), word('网页', 'page'), { what: 'record', format: 'html' }],
    [word('问题清单', 'Findings'), 'Excel', { what: 'findings', format: 'xlsx' }],
    [word('问题清单', 'Findings'), 'CSV', { what: 'findings', format: 'csv' }],
    [word('期限日历', 'Deadlines'), 'ics', { what: 'deadlines', format: 'ics' }],
  ];
  if (workbook && others.length === 0)
    offers.unshift([word('标注好的工作簿', 'Marked workbook'), 'Excel', { what: 'marked', file: workbook.file }]);
  return (
    <fieldset class="take" aria-label={word('带走结果', 'take away')}>
      {offers.map(([name, form, taken]) => (
        <button key={`${name} ${form}`} type="button" class="plain" onClick={() => void session.take(taken)}>
          {name} <span class="form">{form}</span>
        </button>
      ))}
      <button type="button" class="plain" onClick={() => print()}>
        {word('打印', 'Print')}
      </button>
    </fieldset>
  );
}
