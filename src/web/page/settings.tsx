import { useRef } from 'preact/hooks';
import { policies as notices } from '../../model/finding.ts';
import { noticeNames } from '../../model/names.ts';
import { visible } from '../../text/visible.ts';
import { useWord } from './language.ts';
import type { Part } from './session.ts';
import { chooseFiles } from './sources.ts';

/** How to judge: the day in sight, the rest on demand; what differs from the ordinary is named there. */
export function SettingsForm({ session, state }: Part) {
  const word = useWord();
  const { settings, choices, lang } = state;
  const { asOf, policies, complete, config, editions } = settings;
  const differing = [
    ...(policies.length > 0
      ? [word('只按', 'only ') + policies.map((policy) => noticeNames[policy][lang]).join(word('、', ', '))]
      : []),
    ...(complete ? [word('全省全部资料', 'the whole province')] : []),
    ...(config === undefined ? [] : [`${word('配置', 'config')} ${visible(config)}`]),
    ...(editions.length > 0 ? [`${word('通知版本', 'editions')} ${editions.map(visible).join(word('、', ', '))}`] : []),
  ];
  return (
    <form class="settings" onSubmit={(event) => event.preventDefault()}>
      <div class="as-of">
        <label for="as-of">{word('按哪一天判定', 'Judge as of')}</label>
        <input
          id="as-of"
          type="date"
          required
          value={asOf}
          onChange={({ currentTarget: { value } }) => {
            if (value !== '' && value !== asOf) void session.judge({ asOf: value });
          }}
          onBlur={({ currentTarget }) => {
            // Emptied, it names no day, and what is shown stays judged as of the one before.
            if (currentTarget.value === '') currentTarget.value = asOf;
          }}
        />
        {choices && asOf !== choices.today && asOf !== '' && (
          <button type="button" class="link" onClick={() => void session.judge({ asOf: choices.today })}>
            {word('改回今天', 'back to today')}
          </button>
        )}
      </div>
      <details class="more">
        <summary>
          {word('其他设置', 'Other settings')}
          {differing.length > 0 && <span class="differing">{differing.join(word('；', '; '))}</span>}
        </summary>
        <div class="settings-body">
          <fieldset>
            <legend>{word('按哪些通知判定（不选就是全部）', 'Notices to judge by (none chosen: all)')}</legend>
            {notices.map((policy) => (
              <label key={policy} class="check">
                <input
                  type="checkbox"
                  checked={policies.includes(policy)}
                  onChange={({ currentTarget: { checked } }) =>
                    void session.judge({
                      policies: checked ? [...policies, policy] : policies.filter((each) => each !== policy),
                    })
                  }
                />
                {noticeNames[policy][lang]}
              </label>
            ))}
          </fieldset>
          <label class="check">
            <input
              type="checkbox"
              checked={complete}
              onChange={({ currentTarget: { checked } }) => void session.judge({ complete: checked })}
            />
            {word(
              '这些是全省的全部资料，缺的也算问题',
              'These are all records of the province: what is missing counts too',
            )}
          </label>
          <OwnFile
            label={word('配置文件', 'Config file')}
            hint={word('hn-gp.config.yaml，一般用不到', 'hn-gp.config.yaml, seldom needed')}
            names={config === undefined ? [] : [config]}
            choose={(input) => void chooseFiles(input).then((sources) => session.use('config', sources))}
            remove={() => void session.judge({ config: undefined })}
          />
          <OwnFile
            label={word('自备的通知版本', 'Editions of your own')}
            hint={word('新通知还没有收进本程序时用', 'for a notice that this program does not have yet')}
            names={editions}
            choose={(input) => void chooseFiles(input).then((sources) => session.use('edition', sources))}
            remove={(name) => void session.judge({ editions: editions.filter((each) => each !== name) })}
          />
        </div>
      </details>
    </form>
  );
}

function OwnFile({
  label,
  hint,
  names,
  choose,
  remove,
}: {
  label: string;
  hint: string;
  names: readonly string[];
  choose: (input: HTMLInputElement) => void;
  remove: (name: string) => void;
}) {
  const word = useWord();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div class="own-file">
      <span>
        {label} <span class="muted small">{hint}</span>
      </span>
      {names.map((name) => (
        <span key={name} class="own-name">
          {visible(name)}
          <button
            type="button"
            class="link"
            onClick={() => remove(name)}
            aria-label={`${word('不用', 'leave out')} ${visible(name)}`}
          >
            {word('不用', 'leave out')}
          </button>
        </span>
      ))}
      <button type="button" class="plain" onClick={() => input.current && choose(input.current)}>
        {word('选择…', 'Choose…')}
        <span class="vh"> {label}</span>
      </button>
      <input ref={input} type="file" accept=".yaml,.yml" hidden />
    </div>
  );
}
