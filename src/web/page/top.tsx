import { useRef } from 'preact/hooks';
import { visible } from '../../text/visible.ts';
import { useWord } from './language.ts';
import type { Part, Session } from './session.ts';
import { SettingsForm } from './settings.tsx';
import { chooseFiles, chooseFolder } from './sources.ts';

/** Before any file is given: what to do. */
export function Start({ session, state }: Part) {
  const word = useWord();
  return (
    <div class="start">
      <section class="drop" aria-labelledby="drop-title">
        <h2 id="drop-title">{word('把文件或文件夹拖到这里', 'Drop files or a folder here')}</h2>
        <p class="muted">
          {word(
            'Excel 工作簿（.xlsx）和 YAML 文件都行，可以混着拖；几个基地的放在一个文件夹里，一次查完。',
            'Excel workbooks (.xlsx) and YAML files, in any mixture; put those of several bases into a folder and check them at once.',
          )}
        </p>
        <Choose session={session} />
      </section>
      <section class="first" aria-labelledby="first-title">
        <h2 id="first-title">{word('第一次用', 'The first time')}</h2>
        <ol>
          <li>
            {word(
              '下载一份起始表，通知里的数字已经填好。',
              'Download a workbook in which the numbers of the notice are filled in.',
            )}
            <br />
            <button type="button" class="plain" onClick={() => session.set({ dialog: emptyBegin })}>
              {word('新建起始表…', 'New workbook…')}
            </button>
          </li>
          <li>{word('用 Excel 或 WPS 填好、保存。', 'Fill it in with Excel or WPS and save it.')}</li>
          <li>
            {word(
              '拖到这一页，照着提示改，直到没有问题。',
              'Drop it on this page and mend what it names, until nothing is left.',
            )}
          </li>
        </ol>
      </section>
      <SettingsForm session={session} state={state} />
    </div>
  );
}

export const emptyBegin = { is: 'begin', notes: [], made: undefined, failure: undefined } as const;

/** With files: what is checked, how, and again. */
export function Given({ session, state }: Part) {
  const word = useWord();
  const { sources, held, progress } = state;
  const unwatched = sources.filter(({ isWatched }) => !isWatched);
  const names = sources.map(({ name }) => visible(name));
  return (
    <section class="given" aria-label={word('要检查的文件', 'files to check')}>
      <div class="given-row">
        <p class="given-names">
          <b>
            {word(`${held.files.length} 个文件`, held.files.length === 1 ? '1 file' : `${held.files.length} files`)}
          </b>{' '}
          <span class="muted">
            {names.slice(0, 4).join(word('、', ', '))}
            {names.length > 4 && word(` 等 ${names.length} 项`, ` and ${names.length - 4} more`)}
          </span>
        </p>
        <div class="given-tools">
          <button
            type="button"
            class="main"
            disabled={progress !== undefined}
            onClick={() => void session.refresh()}
            aria-keyshortcuts="r"
          >
            {word('再检查一次', 'Check again')}
          </button>
          <Choose session={session} isMore />
          <button type="button" class="plain" onClick={() => session.set({ dialog: emptyBegin })}>
            {word('新建起始表…', 'New workbook…')}
          </button>
          <button type="button" class="plain" onClick={() => void session.clear()}>
            {word('清空', 'Clear')}
          </button>
        </div>
      </div>
      {held.gone.length > 0 ? (
        <div class="gone" role="alert">
          <p>
            {word(
              `浏览器不能再读这些文件，因为选好以后改动过或移走了：${held.gone.map(visible).join('、')}。请重新选择或再拖进来一次。`,
              `The browser cannot read these any more, since they were changed or moved after you chose them: ${held.gone.map(visible).join(', ')}. Choose or drop them again.`,
            )}
          </p>
          <Choose session={session} isMore />
        </div>
      ) : (
        <p class="muted small">
          {unwatched.length === 0
            ? word('文件一保存就自动重新检查。', 'Checked again by itself whenever a file is saved.')
            : word(
                '这样选的文件，浏览器看不到改动：改完保存后，请把它再拖进来一次（拖到这一页，同名的会换下）。',
                'The browser cannot see changes of files chosen this way: after saving one, drop it here again; it takes the place of the former.',
              )}
        </p>
      )}
      <SettingsForm session={session} state={state} />
    </section>
  );
}

/** The buttons to choose files and a folder. */
function Choose({ session, isMore = false }: { session: Session; isMore?: boolean }) {
  const word = useWord();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const look = isMore ? 'plain' : 'main';
  return (
    <div class="choose">
      <button
        type="button"
        class={look}
        onClick={() => files.current && void chooseFiles(files.current).then((sources) => session.add(sources))}
      >
        {isMore ? word('添加文件…', 'Add files…') : word('选择文件…', 'Choose files…')}
      </button>
      <button
        type="button"
        class="plain"
        onClick={() => folder.current && void chooseFolder(folder.current).then((sources) => session.add(sources))}
      >
        {isMore ? word('添加文件夹…', 'Add a folder…') : word('选择文件夹…', 'Choose a folder…')}
      </button>
      <input ref={files} type="file" multiple hidden />
      <input ref={folder} type="file" hidden {...{ webkitdirectory: true }} />
    </div>
  );
}
