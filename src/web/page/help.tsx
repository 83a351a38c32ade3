import { Dialog } from './dialog.tsx';
import { useWord } from './language.ts';
import type { Session } from './session.ts';

/** How the page is used, its keys and its signs. */
export function HelpDialog({ session }: { session: Session }) {
  const word = useWord();
  const keys: [string, string][] = [
    [
      'j / k',
      word('下一个、上一个问题（选中一个以后，↓ ↑ 也行）', 'next and previous finding (with one chosen, ↓ ↑ as well)'),
    ],
    ['Enter', word('打开选中问题的条款和规则说明', 'clause and rule of the chosen finding')],
    ['/', word('查找', 'search')],
    ['r', word('再检查一次', 'check again')],
    ['1 2 3 4', word('问题、逐项判定、年度日程、文件', 'findings, verdicts, calendar, files')],
    ['Esc', word('关闭窗口', 'close a window')],
    ['?', word('这份说明', 'this help')],
  ];
  const meanings: [string, string][] = [
    [
      word('错误', 'error'),
      word(
        '不符合“应”“不少于”一类的要求，或者资料本身有误，要改。',
        'a duty not met, or data that are wrong: to be mended',
      ),
    ],
    [
      word('警告', 'warning'),
      word(
        '不符合“原则上”“力争”一类的要求，或者有疑问，要看一看。',
        'a target or principle not met, or something doubtful: to be looked at',
      ),
    ],
    [word('未到期', 'pending'), word('到判定日还不用做，不算通过。', 'not due yet, which is no pass')],
    [
      word('无法判断', 'unknown'),
      word(
        '资料里没有写判断要用的内容，不算通过；补上就能判。',
        'the file does not say what is needed to judge, which is no pass',
      ),
    ],
    [
      word('没有判定', 'not judged'),
      word(
        '文件读不了，或者没有适用的通知，不算通过。',
        'the file cannot be read, or no notice governs it, which is no pass',
      ),
    ],
  ];
  return (
    <Dialog session={session} title={word('使用说明', 'Help')}>
      <h3>{word('怎么用', 'How to use it')}</h3>
      <ol>
        <li>{word('把文件或文件夹拖进来，或用按钮选择。', 'Drop files or folders on the page, or choose them.')}</li>
        <li>
          {word('照“改法”在 Excel、WPS 或编辑器里改，保存。', 'Mend what is named in Excel or an editor, and save.')}
        </li>
        <li>
          {word(
            'Chrome 和 Edge 里拖进来的文件一保存就重新检查；别的浏览器请再拖一次。',
            'In Chrome and Edge, what you dropped is checked again once saved; in others drop it again.',
          )}
        </li>
        <li>
          {word(
            '需要存档的，用“合规记录”下载；可以打印，也可以再用浏览器打开。',
            'Download the record of compliance to keep it; it opens in any browser.',
          )}
        </li>
      </ol>
      <h3>{word('各种结果', 'Outcomes')}</h3>
      <dl>
        {meanings.map(([name, meaning]) => (
          <>
            <dt>{name}</dt>
            <dd>{meaning}</dd>
          </>
        ))}
      </dl>
      <h3>{word('键盘', 'Keys')}</h3>
      <dl>
        {keys.map(([key, meaning]) => (
          <>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </>
        ))}
      </dl>
    </Dialog>
  );
}
