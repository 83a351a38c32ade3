import { severityNames } from '../../model/names.ts';
import { visible } from '../../text/visible.ts';
import type { Checked } from '../requests.ts';
import { useWord } from './language.ts';
import { Rows } from './rows.tsx';
import type { Part } from './session.ts';

/** Every file that was given: what it is, how it stands, and what can be had of it. */
export function FileList({ session, state, checked }: Part & { checked: Checked }) {
  const word = useWord();
  const { held, sources, lang } = state;
  const roles = {
    record: word('记录', 'record'),
    config: word('配置', 'config'),
    edition: word('通知版本', 'edition'),
    leftOut: word('按配置没有查', 'left out by the config'),
  };
  const mendable = new Map(checked.mendable.map(({ file, count }) => [file, count]));
  return (
    <section aria-label={word('文件', 'Files')}>
      <Rows
        label={word('文件', 'Files')}
        head={[
          word('文件', 'file'),
          word('是什么', 'kind'),
          word('最重的问题', 'worst finding'),
          word('可以', 'to do'),
        ]}
      >
        {checked.read.map(({ file, role, isWorkbook, worst }) => (
          <tr key={file}>
            <th scope="row">{visible(file)}</th>
            <td>
              {roles[role]}
              {role === 'record' && (isWorkbook ? word('（Excel）', ' (Excel)') : word('（YAML）', ' (YAML)'))}
            </td>
            <td>
              {worst === null ? (
                role === 'record' && word('没有', 'none')
              ) : (
                <span class={`tag ${worst}`}>{severityNames[worst][lang]}</span>
              )}
            </td>
            <td>
              <div class="todo">
                {isWorkbook && (
                  <button type="button" class="plain" onClick={() => void session.take({ what: 'marked', file })}>
                    {word('下载标注好的工作簿', 'Marked workbook')}
                    <span class="vh"> {visible(file)}</span>
                  </button>
                )}
                {mendable.has(file) && (
                  <button type="button" class="plain" onClick={() => void session.mend(file)}>
                    {word(`自动改好 ${mendable.get(file)} 处…`, `Mend ${mendable.get(file)}…`)}
                    <span class="vh"> {visible(file)}</span>
                  </button>
                )}
              </div>
            </td>
          </tr>
        ))}
      </Rows>
      {sources.length > 1 && (
        <ul class="sources">
          {sources.map(({ name }) => (
            <li key={name}>
              {visible(name)}{' '}
              <button type="button" class="link" onClick={() => void session.remove(name)}>
                {word('不查这个', 'leave out')}
                <span class="vh"> {visible(name)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {held.leftOut.length > 0 && (
        <details class="more">
          <summary>
            {word(
              `文件夹里另有 ${held.leftOut.length} 个文件不是 Excel 工作簿或 YAML，没有查`,
              `${held.leftOut.length} other files of the folders are no workbooks or YAML and were left out`,
            )}
          </summary>
          <ul class="plain-list small">
            {held.leftOut.map((file) => (
              <li key={file}>{visible(file)}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
