import { useEffect, useState } from 'preact/hooks';
import type { Policy } from '../../model/finding.ts';
import { noticeNames, outcomeNames, outcomeSigns } from '../../model/names.ts';
import { visible } from '../../text/visible.ts';
import type { Checked, FindingShown, OwnerShown } from '../requests.ts';
import { FindingCard } from './finding.tsx';
import { useWord } from './language.ts';
import { ListedOf } from './listed-of.tsx';
import { firstOf, keyOf, type ListedOwner, listedOwners, MOST_SHOWN } from './listing.ts';
import { type Filter, noFilter, type Part } from './session.ts';

/** Bases that are drawn at a time: of hundreds at once, the page would not answer meanwhile. */
const AT_ONCE = 50;

/** Most lines that are listed at once of what was not judged. */
const MOST_LINES = 8;

/** What was not judged, what the page can mend, and the findings by base and session, the worst first. */
export function Findings(part: Part & { checked: Checked }) {
  const { state, checked } = part;
  const word = useWord();
  const { filter, opened, isPrinting } = state;
  const listed = listedOwners(checked, filter, opened, isPrinting);
  const [most, setMost] = useState(AT_ONCE);
  useEffect(() => {
    if (most < listed.length) setTimeout(() => setMost(most + AT_ONCE));
  }, [most, listed.length]);
  const count = listed.reduce((sum, each) => sum + each.count, 0);
  const total = checked.owners.reduce(
    (sum, { subjects }) => sum + subjects.reduce((own, { findings }) => own + findings.length, 0),
    0,
  );
  return (
    <section aria-label={word('问题', 'Findings')}>
      <NotJudged checked={checked} isPrinting={isPrinting} />
      <Mendable {...part} />
      <FilterForm {...part} count={count} total={total} />
      <ListedOf count={count} total={total} />
      {total === 0 ? (
        <p class="nothing">
          {checked.counts.pending > 0
            ? word(
                `没有问题可列。还有 ${checked.counts.pending} 项未到期，什么时候到期，看“年度日程”。`,
                `Nothing to list. ${checked.counts.pending} are pending; see the calendar for when they are due.`,
              )
            : word(
                '没有问题可列。查了什么、没有查什么，看上面的数字。',
                'Nothing to list. The figures above say what was judged and what was not.',
              )}
        </p>
      ) : (
        count === 0 && <p class="nothing">{word('没有符合筛选的问题。', 'No finding matches.')}</p>
      )}
      {(isPrinting ? listed : listed.slice(0, most)).map((each) => (
        <Owner key={each.key} {...part} listed={each} />
      ))}
    </section>
  );
}

function NotJudged({ checked: { notJudged, notes }, isPrinting }: { checked: Checked; isPrinting: boolean }) {
  const word = useWord();
  const lines = [...notJudged.map(({ text }) => text), ...notes];
  if (notJudged.length + notes.length === 0) return null;
  return (
    <section
      class={`warn${notJudged.some(({ isFailure }) => isFailure) ? ' bad' : ''}`}
      id="not-judged"
      tabIndex={-1}
      aria-labelledby="not-judged-title"
    >
      <h2 id="not-judged-title">
        {notJudged.length > 0
          ? word(`没有判定的 ${notJudged.length} 份，不算通过`, `${notJudged.length} not judged, which is no pass`)
          : word('没有读的', 'Not read')}
      </h2>
      <Lines lines={lines.slice(0, MOST_LINES)} />
      {lines.length > MOST_LINES && (
        <details class="more" open={isPrinting}>
          <summary>{word(`另有 ${lines.length - MOST_LINES} 份`, `${lines.length - MOST_LINES} more`)}</summary>
          <Lines lines={lines.slice(MOST_LINES)} />
        </details>
      )}
    </section>
  );
}

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <ul class="plain-list">
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
);

function Mendable({ session, checked: { mendable } }: Part & { checked: Checked }) {
  const word = useWord();
  if (mendable.length === 0) return null;
  const total = mendable.reduce((sum, { count }) => sum + count, 0);
  return (
    <section class="mendable" aria-labelledby="mendable-title">
      <h2 id="mendable-title">
        {word(`有 ${total} 处写法可以自动改好`, `${total} slips of writing can be mended here`)}
      </h2>
      <ul>
        {mendable.map(({ file, count }) => (
          <li key={file}>
            <button type="button" class="plain" onClick={() => void session.mend(file)}>
              {word(`看看怎么改：${visible(file)}（${count} 处）`, `Before and after: ${visible(file)} (${count})`)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function FilterForm({
  session,
  state,
  checked,
  count,
  total,
}: Part & { checked: Checked; count: number; total: number }) {
  const word = useWord();
  const { filter, lang } = state;
  const choose = (change: Partial<Filter>) => session.set({ filter: { ...filter, ...change } });
  const all = checked.owners.flatMap(({ subjects }) => subjects.flatMap(({ findings }) => findings));
  const notices = [...new Set(all.map(({ policy }) => policy ?? 'none'))];
  const isFiltered = Object.values(filter).some((value) => value !== '');
  if (total < 2 && !isFiltered) return null;
  return (
    <form class="filter" aria-label={word('筛选', 'filter')} onSubmit={(event) => event.preventDefault()}>
      <label>
        {word('查找', 'Search')}
        <input
          type="search"
          id="search"
          autocomplete="off"
          placeholder={word('文字、编号、单元格…', 'text, id, cell…')}
          value={filter.text}
          aria-keyshortcuts="/"
          onInput={({ currentTarget: { value } }) => choose({ text: value })}
        />
      </label>
      {checked.owners.length > 1 && (
        <label>
          {word('单位', 'Base')}
          <select value={filter.owner} onChange={({ currentTarget: { value } }) => choose({ owner: value })}>
            <option value="">{word('全部', 'all')}</option>
            {checked.owners.map((owner) => (
              <option key={keyOf(owner)} value={keyOf(owner)}>
                {visible(owner.heading)}
                {owner.notice !== null && ` · ${owner.notice}`}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        {word('程度', 'Severity')}
        <select
          value={filter.severity}
          onChange={({ currentTarget: { value } }) => choose({ severity: value as Filter['severity'] })}
        >
          <option value="">{word('全部', 'all')}</option>
          <option value="error">{word('错误', 'errors')}</option>
          <option value="warning">{word('警告', 'warnings')}</option>
          <option value="info">{word('提示', 'infos')}</option>
          <option value="waived">{word('已豁免', 'waived')}</option>
        </select>
      </label>
      {notices.length > 1 && (
        <label>
          {word('通知', 'Notice')}
          <select
            value={filter.policy}
            onChange={({ currentTarget: { value } }) => choose({ policy: value as Filter['policy'] })}
          >
            <option value="">{word('全部', 'all')}</option>
            {notices.map((policy) => (
              <option key={policy} value={policy}>
                {policy === 'none' ? word('资料和写法', 'data and writing') : noticeNames[policy as Policy][lang]}
              </option>
            ))}
          </select>
        </label>
      )}
      <p class="filter-said">
        <output>{word(`列出 ${count} / ${total}`, `${count} of ${total} listed`)}</output>
        {isFiltered && (
          <button type="button" class="link" onClick={() => session.set({ filter: noFilter })}>
            {word('清除筛选', 'clear')}
          </button>
        )}
      </p>
    </form>
  );
}

function Owner({ session, state, listed }: Part & { listed: ListedOwner }) {
  const word = useWord();
  const { key, owner, subjects, count, isOpen } = listed;
  const [most, setMost] = useState(MOST_SHOWN);
  const shown = isOpen ? firstOf(subjects, state.isPrinting ? count : most) : [];
  const left = state.isPrinting ? 0 : Math.max(0, count - most);
  const id = `owner-${state.checked?.owners.indexOf(owner)}`;
  return (
    <section class="owner" aria-labelledby={id}>
      <h2 id={id}>
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => session.set({ opened: new Map(session.state.opened).set(key, !isOpen) })}
        >
          <span class="owner-name">
            {visible(owner.heading)} {owner.notice !== null && <span class="muted small">{owner.notice}</span>}
          </span>
          <Chips owner={owner} />
        </button>
      </h2>
      {isOpen && (
        <div class="owner-body">
          {shown.map(({ subject, file, findings }) => (
            <section key={findings[0]?.id} class="subject">
              <h3>
                {subject !== null && subject !== owner.heading && <span>{visible(subject)} </span>}
                <span class="muted small">{visible(file)}</span>
              </h3>
              <ul class="items">
                {findings.map((finding, at) => (
                  <FindingCard key={finding.id} session={session} finding={finding} mends={mendedBy(findings, at)} />
                ))}
              </ul>
            </section>
          ))}
          {left > 0 && (
            <p class="rest">
              <button type="button" class="plain" onClick={() => setMost(most + MOST_SHOWN)}>
                {word(`再列 ${Math.min(left, MOST_SHOWN)} 条`, `List ${Math.min(left, MOST_SHOWN)} more`)}
              </button>{' '}
              <span class="muted">{word(`还有 ${left} 条没有列出`, `${left} are not listed yet`)}</span>
            </p>
          )}
          {subjects.length === 0 && <p class="muted">{word('没有列出问题。', 'No findings.')}</p>}
        </div>
      )}
    </section>
  );
}

/** How many findings next to one another the remedy of one is for, which is told with the last of them; 0 for the others. */
function mendedBy(findings: readonly FindingShown[], at: number): number {
  const remedyAt = (place: number) => findings[place]?.remedy;
  if (remedyAt(at + 1) === remedyAt(at)) return 0;
  let first = at;
  while (first > 0 && remedyAt(first - 1) === remedyAt(at)) first -= 1;
  return at - first + 1;
}

/** How a base stands, in figures; a sign and a word each, so that none depends on colour. */
function Chips({ owner: { severities, counts } }: { owner: OwnerShown }) {
  const word = useWord();
  const chip = (look: string, label: string, count: number) =>
    count > 0 && (
      <span class={`chip ${look}`}>
        {label} {count}
      </span>
    );
  const named = (outcome: 'pass' | 'pending' | 'unknown' | 'waived') =>
    `${outcomeSigns[outcome]} ${word(outcomeNames[outcome].zh, outcomeNames[outcome].en)}`;
  return (
    <span class="chips">
      {chip('error', word('错误', 'errors'), severities.error)}
      {chip('warning', word('警告', 'warnings'), severities.warning)}
      {chip('info', word('提示', 'infos'), severities.info)}
      {chip('unknown', named('unknown'), counts.unknown)}
      {chip('pending', named('pending'), counts.pending)}
      {chip('waived', named('waived'), counts.waived)}
      {chip('pass', named('pass'), counts.pass)}
    </span>
  );
}
