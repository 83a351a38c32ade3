import { useState } from 'preact/hooks';
import { outcomes } from '../../model/finding.ts';
import { noticeNames, outcomeNames, outcomeSigns } from '../../model/names.ts';
import type { VerdictShown } from '../requests.ts';
import { grouped } from './grouped.ts';
import { useWord } from './language.ts';
import { ListedOf } from './listed-of.tsx';
import { Rows } from './rows.tsx';
import type { Part } from './session.ts';

/** More verdicts than this are listed closed. */
const MOST_OPEN = 300;

/** Every verdict by base, those of one outcome alone where that is chosen. */
export function Verdicts({ session, state }: Part) {
  const word = useWord();
  const { verdicts, outcome, lang, isPrinting } = state;
  if (!verdicts) return <p class="muted">{word('正在整理…', 'One moment…')}</p>;
  const shown = verdicts.filter((each) => outcome === '' || each.outcome === outcome);
  const groups = grouped(shown, ({ notice, owner }) => `${notice} ${owner}`);
  const isOpen = isPrinting || groups.size === 1 || shown.length <= MOST_OPEN;
  return (
    <section aria-label={word('逐项判定', 'Verdicts')}>
      <fieldset class="outcomes" aria-label={word('只看', 'only')}>
        {(['', ...outcomes] as const).map((one) => (
          <button
            key={one}
            type="button"
            class="plain"
            aria-pressed={outcome === one}
            onClick={() => session.set({ outcome: one })}
          >
            {one === '' ? word('全部', 'all') : `${outcomeSigns[one]} ${outcomeNames[one][lang]}`}
          </button>
        ))}
      </fieldset>
      <ListedOf count={shown.length} total={verdicts.length} />
      {shown.length === 0 && <p class="nothing">{word('没有这样的判定。', 'No such verdicts.')}</p>}
      {[...groups].map(([key, own]) => (
        <OwnVerdicts key={`${key} ${outcome}`} own={own} isOpen={isOpen} lang={lang} session={session} />
      ))}
    </section>
  );
}

function OwnVerdicts({
  own,
  isOpen,
  lang,
  session,
}: { own: VerdictShown[]; isOpen: boolean } & Pick<Part['state'], 'lang'> & Pick<Part, 'session'>) {
  const word = useWord();
  const [wasOpened, setOpened] = useState(false);
  const [first] = own;
  if (!first) return null;
  const head = [
    word('判定', 'verdict'),
    word('内容', 'duty'),
    word('条款', 'clause'),
    word('对象', 'subject'),
    word('要求', 'asked'),
    word('实际', 'found'),
  ];
  return (
    <details class="owner" open={isOpen} onToggle={({ currentTarget: { open } }) => open && setOpened(true)}>
      <summary>
        <h2 class="owner-name">
          {first.owner} <span class="muted small">{noticeNames[first.notice][lang]}</span>
        </h2>
        <span class="chips">
          {outcomes.map((outcome) => {
            const count = own.filter((each) => each.outcome === outcome).length;
            return (
              count > 0 && (
                <span key={outcome} class={`chip ${outcome}`}>
                  {outcomeSigns[outcome]} {outcomeNames[outcome][lang]} {count}
                </span>
              )
            );
          })}
        </span>
      </summary>
      {(isOpen || wasOpened) && (
        <Rows label={first.owner} head={head}>
          {worstFirst(own).map((verdict) => (
            <tr key={`${verdict.rule} ${verdict.about} ${verdict.place} ${verdict.file}`}>
              <td class="outcome">
                <span class={`chip ${verdict.outcome}`}>
                  {outcomeSigns[verdict.outcome]} {verdict.outcomeName}
                </span>
              </td>
              <td>
                <button
                  type="button"
                  class="link"
                  onClick={() =>
                    void session.explain({ rule: verdict.rule, clause: verdict.clause, message: verdict.about })
                  }
                >
                  {verdict.title}
                </button>
              </td>
              <td class="clause">{verdict.clause}</td>
              <td>{verdict.about}</td>
              <td>{verdict.asked}</td>
              <td>{verdict.found}</td>
            </tr>
          ))}
        </Rows>
      )}
    </details>
  );
}

/** Verdicts by how much attention they ask for, then in their order. */
const worstFirst = (own: readonly VerdictShown[]): VerdictShown[] =>
  outcomes.flatMap((outcome) => own.filter((verdict) => verdict.outcome === outcome));
