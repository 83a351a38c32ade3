import { useState } from 'preact/hooks';
import { visible } from '../../text/visible.ts';
import type { DutyShown, Timeline } from '../requests.ts';
import { type DutyStanding, dutySigns, dutyStandingName, dutyStandings, standingOfDuty } from './duty.ts';
import { useWord } from './language.ts';
import { Rows } from './rows.tsx';
import type { Part } from './session.ts';
import { YearChart } from './year-chart.tsx';

/** The year of each base: what takes place and what is due, as a picture and as a list. */
export function TimelineView({ session, state }: Part) {
  const word = useWord();
  const { timeline, checked } = state;
  const [chosen, choose] = useState<string>();
  const [only, setOnly] = useState<DutyStanding | ''>('');
  if (!timeline) return <p class="muted">{word('正在整理…', 'One moment…')}</p>;
  const { duties, activities } = timeline;
  const owners = [...new Set([...duties, ...activities].map(({ owner }) => owner))];
  if (owners.length === 0)
    return <p class="nothing">{word('这些文件里没有带期限的事项。', 'Nothing in these files has a due date.')}</p>;
  // The base with the worst findings comes first.
  const rank = (owner: string) => {
    const place = checked?.owners.findIndex((each) => each.owner === owner) ?? -1;
    return place === -1 ? owners.length : place;
  };
  owners.sort((one, other) => rank(one) - rank(other));
  const owner = chosen !== undefined && owners.includes(chosen) ? chosen : (owners[0] ?? '');
  const own = duties.filter((duty) => duty.owner === owner);
  const listed = own.filter((duty) => only === '' || standingOfDuty(duty) === only);
  return (
    <section aria-label={word('年度日程', 'Calendar')} class="timeline">
      <div class="timeline-head">
        {owners.length > 1 && (
          <label>
            {word('单位', 'Base')}
            <select value={owner} onChange={({ currentTarget: { value } }) => choose(value)}>
              {owners.map((each) => (
                <option key={each} value={each}>
                  {visible(each)}
                </option>
              ))}
            </select>
          </label>
        )}
        {owners.length === 1 && <h2>{visible(owner)}</h2>}
        <fieldset class="outcomes" aria-label={word('只列', 'only')}>
          <button type="button" class="plain" aria-pressed={only === ''} onClick={() => setOnly('')}>
            {word('全部', 'all')} {own.length}
          </button>
          {dutyStandings.map((standing) => (
            <button
              key={standing}
              type="button"
              class="plain"
              aria-pressed={only === standing}
              onClick={() => setOnly(standing)}
            >
              <i class={`due-sign ${standing}`} aria-hidden="true">
                {dutySigns[standing]}
              </i>
              {dutyStandingName(standing, word)} {own.filter((duty) => standingOfDuty(duty) === standing).length}
            </button>
          ))}
        </fieldset>
      </div>
      {yearsOf(timeline, owner).map((year) => (
        <YearChart key={year} year={year} timeline={timeline} owner={owner} />
      ))}
      <Duties duties={listed} session={session} />
    </section>
  );
}

const yearsOf = ({ duties, activities }: Timeline, owner: string): number[] => {
  const own = activities.filter((activity) => activity.owner === owner).map(({ year }) => year);
  const due = duties.filter((duty) => duty.owner === owner).map(({ due }) => Number(due.slice(0, 4)));
  return [...new Set(own.length > 0 ? own : due)].sort();
};

function Duties({ duties, session }: { duties: readonly DutyShown[]; session: Part['session'] }) {
  const word = useWord();
  const head = [
    word('期限', 'due'),
    word('状态', 'state'),
    word('剩余天数', 'days left'),
    word('对象', 'subject'),
    word('事项', 'duty'),
    word('条款', 'clause'),
    word('位置', 'place'),
  ];
  if (duties.length === 0) return <p class="nothing">{word('没有这样的期限。', 'None.')}</p>;
  return (
    <Rows label={word('期限', 'deadlines')} head={head}>
      {duties.map((duty) => {
        const standing = standingOfDuty(duty);
        return (
          <tr key={`${duty.due} ${duty.rule} ${duty.place} ${duty.subject} ${duty.duty}`}>
            <th scope="row" class="day">
              {duty.latest === null ? duty.due : `${duty.due}～${duty.latest}`}
            </th>
            <td class="outcome">
              <i class={`due-sign ${standing}`} aria-hidden="true">
                {dutySigns[standing]}
              </i>{' '}
              {standing === 'unknown' ? dutyStandingName(standing, word) : duty.stateName}
            </td>
            <td class="n">{duty.state === 'done' ? '' : duty.daysLeft}</td>
            <td>{duty.subject}</td>
            <td>
              <button
                type="button"
                class="link"
                onClick={() => void session.explain({ rule: duty.rule, clause: duty.clause, message: duty.duty })}
              >
                {duty.duty}
              </button>
            </td>
            <td class="clause">{duty.clause}</td>
            <td class="small where">{duty.place}</td>
          </tr>
        );
      })}
    </Rows>
  );
}
