import type { CellTable, FindingShown, Frame } from '../requests.ts';
import { useWord } from './language.ts';
import { Scroll } from './scroll.tsx';
import type { Session } from './session.ts';

/** One finding: what is wrong, how to mend it, where it stands, and by which clause. */
export function FindingCard({ session, finding }: { session: Session; finding: FindingShown }) {
  const word = useWord();
  const { id, severity, waiver, label, message, remedy, asked, clause, place, frame, cells, fix, file } = finding;
  const look = waiver === null ? severity : 'waived';
  return (
    <li class={`finding ${look}`} id={`f-${id}`} tabIndex={-1} data-finding={id}>
      <div class="finding-said">
        <p class="message">
          <span class={`tag ${look}`}>{label}</span> {message}
        </p>
        <p class="remedy">{remedy}</p>
        {asked !== '' && <p class="muted small">{asked}</p>}
        <p class="small finding-links">
          <span class="place">{place}</span>
          <button type="button" class="link" data-explain onClick={() => void session.explain(finding)}>
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
        {before}
        <mark>{marked === '' ? ' ' : marked}</mark>
        {after}
      </pre>
    </Scroll>
  );
}

/** The cells around the one that is wrong, as they lie on the sheet. */
function Cells({ cells: { sheet, address, columns, rows } }: { cells: CellTable }) {
  return (
    <Scroll look="cells" label={`${sheet}!${address}`}>
      <table>
        <caption class="vh">
          {sheet}!{address}
        </caption>
        <thead>
          <tr>
            <td>{sheet}</td>
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
                <td key={columns[at]} class={isMarked ? 'marked' : undefined}>
                  {isMarked ? <mark>{text === '' ? ' ' : text}</mark> : text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
