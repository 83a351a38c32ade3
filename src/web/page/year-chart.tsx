import type { Activity } from '../../model/evidence.ts';
import { visible } from '../../text/visible.ts';
import type { DutyShown, Timeline } from '../requests.ts';
import { dutySigns, dutyStandingName, dutyStandings, nameOf, shareOf, standingOfDuty } from './duty.ts';
import { grouped } from './grouped.ts';
import { useWord } from './language.ts';
import { Scroll } from './scroll.tsx';

interface Row {
  name: string;
  activity: Activity | undefined;
  duties: DutyShown[];
}

/** A year of a base over its months: a row for each session or batch, its days as bars, what is due as signs. Each sign says in words what it is. */
export function YearChart({ year, timeline, owner }: { year: number; timeline: Timeline; owner: string }) {
  const word = useWord();
  const { asOf, milestones } = timeline;
  const rows = rowsOf(timeline, owner, year, word('其他期限', 'other deadlines'));
  const months = Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}-01`);
  const lines = [
    ...milestones
      .filter((each) => each.year === year)
      .map(({ date, label }) => ({ date, label: `${short(date)} ${label}`, look: 'milestone' })),
    ...(asOf.startsWith(`${year}-`)
      ? [{ date: asOf, label: `${word('判定日', 'as of')} ${short(asOf)}`, look: 'today' }]
      : []),
  ];
  const percent = (date: string) => `${(shareOf(date, year) * 100).toFixed(2)}%`;
  return (
    <figure class="year" aria-label={word(`${year} 年日程`, `Calendar of ${year}`)}>
      <figcaption>
        <b>{word(`${year} 年`, String(year))}</b>
        <span class="key">
          <i class="bar offline" /> {word('线下', 'offline')}
        </span>
        <span class="key">
          <i class="bar online" /> {word('线上', 'online')}
        </span>
        <span class="key">
          <i class="bar batch" /> {word('省外', 'out of province')}
        </span>
        {dutyStandings.map((standing) => (
          <span key={standing} class="key">
            <i class={`due-sign ${standing}`}>{dutySigns[standing]}</i> {dutyStandingName(standing, word)}
          </span>
        ))}
      </figcaption>
      <Scroll look="year-scroll" label={word(`${year} 年日程`, `Calendar of ${year}`)}>
        <div class="year-grid">
          <div class="year-row lines">
            <div />
            <ul class="track">
              {lines.map(({ date, label, look }) => (
                <li key={label} class={look} style={{ left: percent(date) }}>
                  <span>{label}</span>
                </li>
              ))}
            </ul>
          </div>
          {rows.map(({ name, activity, duties }) => (
            <div key={`${name} ${activity?.file}`} class="year-row">
              <div class="year-name">{visible(name)}</div>
              <ul class="track">
                {(activity?.parts ?? []).map(({ name: part, start, end }) => (
                  <li
                    key={`${part} ${start}`}
                    class={`bar ${part}`}
                    style={{
                      left: percent(start),
                      width: `max(6px, ${(shareOf(end, year) - shareOf(start, year)) * 100}%)`,
                    }}
                  >
                    <span class="vh">
                      {
                        {
                          offline: word('线下', 'offline'),
                          online: word('线上', 'online'),
                          batch: word('省外', 'out of province'),
                        }[part]
                      }{' '}
                      {start}–{end}
                    </span>
                  </li>
                ))}
                {worstByDay(duties).map(([due, own]) => {
                  const [first] = own;
                  const standing = first ? standingOfDuty(first) : 'pending';
                  const said = own
                    .map((duty) => `${duty.due} ${duty.duty} ${dutyStandingName(standingOfDuty(duty), word)}`)
                    .join('\n');
                  return (
                    <li key={due} class={`due-sign ${standing}`} style={{ left: percent(due) }} title={said}>
                      <span aria-hidden="true">{dutySigns[standing]}</span>
                      <span class="vh">{said}</span>
                    </li>
                  );
                })}
              </ul>
            </div>
          ))}
          <div class="year-row months" aria-hidden="true">
            <div />
            <div class="track">
              {months.map((date, month) => (
                <span key={date} style={{ left: percent(date) }}>
                  {word(`${month + 1}月`, String(month + 1))}
                </span>
              ))}
            </div>
          </div>
        </div>
      </Scroll>
    </figure>
  );
}

const short = (date: string): string => date.slice(5);

/** The sessions and batches of a year in order of their first day, then what is due besides. */
function rowsOf({ duties, activities }: Timeline, owner: string, year: number, besides: string): Row[] {
  const rest = new Set(duties.filter((duty) => duty.owner === owner && duty.due.startsWith(`${year}-`)));
  const rows = activities
    .filter((activity) => activity.owner === owner && activity.year === year)
    .sort((one, other) => (startOf(one) < startOf(other) ? -1 : 1))
    .map((activity): Row => {
      const name = nameOf(activity);
      const own = [...rest].filter(({ subject, file }) => subject === name && file === activity.file);
      for (const duty of own) rest.delete(duty);
      return { name, activity, duties: own };
    });
  return rest.size > 0 ? [...rows, { name: besides, activity: undefined, duties: [...rest] }] : rows;
}

const startOf = ({ parts }: Activity): string => parts.map(({ start }) => start).sort()[0] ?? '';

/** Duties by their day, the worst of each day first. */
function worstByDay(duties: readonly DutyShown[]): [due: string, own: DutyShown[]][] {
  const rank = (duty: DutyShown) => dutyStandings.indexOf(standingOfDuty(duty));
  return [...grouped(duties, ({ due }) => due)].map(([due, own]) => [
    due,
    own.sort((one, other) => rank(one) - rank(other)),
  ]);
}
