import { visible } from '../../text/visible.ts';
import type { Mending } from '../requests.ts';
import { Dialog } from './dialog.tsx';
import { download } from './download.ts';
import { useWord } from './language.ts';
import type { Session, Dialog as Shown } from './session.ts';

/** What the page can mend in a file by itself, before and after, to be downloaded. */
export function MendDialog({ session, dialog }: { session: Session; dialog: Extract<Shown, { is: 'mend' }> }) {
  const word = useWord();
  const { file, mending } = dialog;
  return (
    <Dialog session={session} title={word(`改好写法：${visible(file)}`, `Mend ${visible(file)}`)}>
      <p class="muted">
        {word(
          '只改拿得准的写法（全角标点、日期、缩进、编码、写错的键），意思和注释都不动。',
          'Mends only how things are written where that is certain: full-width signs, dates, indents, encoding, misspelt keys. Meaning and comments stay.',
        )}
      </p>
      {mending && <Mended mending={mending} />}
    </Dialog>
  );
}

function Mended({ mending }: { mending: Mending }) {
  const word = useWord();
  const { file, hunks, mended, remaining, encoding, bytes } = mending;
  if (!bytes) return <p>{word('没有可以自动改的。', 'There is nothing to mend by itself.')}</p>;
  const name = file.slice(file.lastIndexOf('/') + 1);
  const made = { name, type: 'application/yaml', bytes };
  return (
    <>
      {encoding !== null && (
        <p>{word(`编码由 ${encoding} 转成 UTF-8。`, `The encoding becomes UTF-8; it was ${encoding}.`)}</p>
      )}
      <fieldset class="diff" aria-label={word('改前和改后', 'before and after')}>
        {hunks.map(({ oldStart, lines }) => (
          <table key={oldStart}>
            <tbody>
              {lines.map(({ sign, text }, at) => (
                <tr key={at} class={sign === '-' ? 'was' : sign === '+' ? 'is' : undefined}>
                  <th scope="row">
                    {sign === '-' ? word('改前', 'before') : sign === '+' ? word('改后', 'after') : ''}
                  </th>
                  <td>
                    <code>{visible(text)}</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </fieldset>
      <p class="dialog-tools">
        <button type="button" class="main" onClick={() => download(made)}>
          {word('下载改好的文件', 'Download the mended file')}
        </button>
        <span class="muted small">
          {word('用它换下原来的，再拖进来检查。', 'Put it in place of the old one and drop it here again.')}
        </span>
      </p>
      <details class="more">
        <summary>
          {word(`改了 ${mended.length} 处`, `${mended.length} mended`)}
          {remaining.length > 0 && word(`，还有 ${remaining.length} 处要自己改`, `, ${remaining.length} left for you`)}
        </summary>
        <ul class="plain-list small">
          {[...mended, ...remaining].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
    </>
  );
}
