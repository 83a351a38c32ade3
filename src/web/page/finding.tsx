import { visible } from '../../text/visible.ts';
import type { CellTable, FindingShown, Frame } from '../requests.ts';
import { useWord } from './language.ts';
import { Scroll } from './scroll.tsx';
import type { Session } from './session.ts';

/** Most characters that are shown of a line before its fault. */
const MOST_BEFORE = 24;

/** One finding: what is wrong, where it stands, by which clause, and how it and those before it are mended; 0 where a later one says so. */
export function FindingCard({ session, finding, mends }: { session: Session; finding: FindingShown; mends: number }) {
  const word = useWord();
  const { id, severity, isWaived, label, message, remedy, asked, clause, place, frame, cells, fix, file } = finding;
  const look = isWaived ? 'waived' : severity;
  return (
    <li class={`finding ${look}`} id={`f-${id}`} tabIndex={-1} data-finding={id}>
      <div class="finding-said">
        <p class="message">
          <span class={`tag ${look}`}>{label}</span> {message}
        </p>
        {mends > 0 && (
          <p class="remedy">
            {mends > 1 && word(`以上 ${mends} 处，`, `for these ${mends}, `)}
            {remedy}
          </p>
        )}
        <p class="small finding-links">
          <span class="place">{place}</span>
          {asked !== '' && <span class="muted">{asked}</span>}
          <button
            type="button"
            class={clause === null ? 'link about-rule' : 'link'}
            data-explain
            onClick={() => void session.explain(finding)}
          >
            {clause === null ? word('规则说明', 'about this rule') : word(`条款 ${clause}`, `clause ${clause}`)}
          </button>
        </p>
      </div>
      {frame && <FrameLine frame={frame} />}
      {cells && <Cells cells={cells} />}
      {fix?.isCertain && (
        <div class="fix">
          {fix.line !== null && (
            <p>
              <span class="muted small">{word('改后', 'mended')}</span> <code>{fix.line}</code>
            </p>
          )}
          <button type="button" class="plain" onClick={() => void session.mend(file)}>
            {word('自动改好…', 'Mend it…')}
          </button>
        </div>
      )}
    </li>
  );
}

/** A source line with a caret under what is wrong. */
function FrameLine({ frame: { line, before, marked, after } }: { frame: Frame }) {
  const word = useWord();
  return (
    <Scroll look="frame" label={word(`第 ${line} 行`, `line ${line}`)}>
      <pre>
        <span class="line-number">{line}</span>
        {shortened(before)}
        <mark>{marked === '' ? ' ' : marked}</mark>
        {after}
      </pre>
    </Scroll>
  );
}

/** What comes before the fault, so short that the fault is in sight. */
function shortened(before: string): string {
  const characters = [...before];
  return characters.length <= MOST_BEFORE ? before : `…${characters.slice(-MOST_BEFORE).join('')}`;
}

/** A cell up to this length stays in one line, as a date does, in characters. */
const LONGEST_UNBROKEN = 12;

/** The cells around the one that is wrong, as they lie on the sheet. */
function Cells({ cells: { sheet, address, columns, rows } }: { cells: CellTable }) {
  return (
    <Scroll look="cells" label={visible(`${sheet}!${address}`)}>
      <table>
        <caption class="vh">{visible(`${sheet}!${address}`)}</caption>
        <thead>
          <tr>
            <td>{visible(sheet)}</td>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, cells }) => (
            <tr key={row}>
              <th scope="row">{row}</th>
              {cells.map(({ text, isMarked }, at) => (
                <td
                  key={columns[at]}
                  class={`${isMarked ? 'marked' : ''}${text.length <= LONGEST_UNBROKEN ? ' short' : ''}`}
                >
                  {isMarked ? <mark>{text === '' ? ' ' : visible(text)}</mark> : visible(text)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
