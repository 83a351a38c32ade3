import { useEffect, useState } from 'preact/hooks';
import { BeginDialog } from './begin.tsx';
import { Counts } from './counts.tsx';
import { FileList } from './file-list.tsx';
import { Findings } from './findings.tsx';
import { HelpDialog } from './help.tsx';
import { LanguageContext, useWord } from './language.ts';
import { MendDialog } from './mend.tsx';
import { RuleDialog } from './rule.tsx';
import type { Part, Session, View } from './session.ts';
import { dropped } from './sources.ts';
import { standingOf } from './standing.ts';
import { TakeAway } from './take-away.tsx';
import { TimelineView } from './timeline.tsx';
import { Given, Start } from './top.tsx';
import { Verdicts } from './verdicts.tsx';

export function App(part: Part) {
  return (
    <LanguageContext.Provider value={part.state.lang}>
      <Page {...part} />
    </LanguageContext.Provider>
  );
}

function Page(part: Part) {
  const { session, state } = part;
  const word = useWord();
  const standing = standingOf(state);
  const title = word('培训资料检查', 'Training records check');
  useEffect(() => {
    document.title = `${standing.said[state.lang]} · ${title}`;
  });
  const isOver = useDrop(session);
  return (
    <>
      <a class="skip" href="#main">
        {word('跳到检查结果', 'Skip to the result')}
      </a>
      <header class="head">
        <div class="head-row">
          <h1>{title}</h1>
          <div class="head-tools">
            <button type="button" class="plain" onClick={() => session.set({ dialog: { is: 'help' } })}>
              {word('使用说明', 'Help')} <span class="key-hint">?</span>
            </button>
            <button
              type="button"
              class="plain"
              lang={word('en', 'zh-CN')}
              onClick={() => void session.speak(state.lang === 'zh' ? 'en' : 'zh')}
            >
              {word('English', '中文')}
            </button>
          </div>
        </div>
        {state.sources.length === 0 && (
          <p class="lead">
            {word(
              '按海南省住培和全科医生培训的三份通知，检查计划、培训班、结对帮扶等资料，逐条指出哪里不符合、怎么改。',
              'Checks plans, sessions, pairings and other records against the three notices on the training of residents and GPs in Hainan, and says of each thing that is wrong how to mend it.',
            )}
          </p>
        )}
        <p class="private">
          {word(
            '文件只在这台电脑的浏览器里打开：不上传，不保存，断网也能用。',
            'Files are opened in this browser alone: nothing is sent, nothing is stored, and it works without a network.',
          )}
        </p>
      </header>
      {state.sources.length === 0 ? <Start {...part} /> : <Given {...part} />}
      <Counts {...part} standing={standing} />
      {state.told && (
        <p class="told" role="status">
          {state.told[state.lang]}
        </p>
      )}
      <main id="main" tabIndex={-1}>
        {state.checked && <Result {...part} />}
      </main>
      <footer class="foot">
        {word(
          '判定依据通知条款；通知里机器判不了的要求不在其中。未到期、无法判断、没有判定的，都不算通过。',
          'Judged by the clauses of the notices; what no machine can judge is not in it. Pending, unknown and not judged are no passes.',
        )}
        {state.choices && <span> hn-gp {state.choices.version}</span>}
      </footer>
      {isOver && <div class="dropping">{word('松开鼠标，开始检查', 'Let go to check')}</div>}
      <Front {...part} />
    </>
  );
}

function Result(part: Part) {
  const { session, state } = part;
  const word = useWord();
  const { checked, view } = state;
  if (!checked) return null;
  const { error, warning, info } = checked.severities;
  const judged = Object.values(checked.counts).reduce((sum, count) => sum + count, 0);
  const views: [View, string, number | undefined][] = [
    ['findings', word('问题', 'Findings'), error + warning + info],
    ['verdicts', word('逐项判定', 'Verdicts'), judged],
    ['timeline', word('年度日程', 'Calendar'), undefined],
    ['files', word('文件', 'Files'), checked.read.length],
  ];
  return (
    <>
      {checked.overrides.length > 0 && (
        <ul class="overrides plain-list" aria-label={word('改动了判定的设置', 'Settings that change the judging')}>
          {checked.overrides.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <div class="views">
        <nav aria-label={word('结果', 'result')}>
          {views.map(([name, label, count]) => (
            <button
              key={name}
              type="button"
              class="view"
              aria-current={view === name ? 'true' : undefined}
              onClick={() => void session.show(name)}
            >
              {label}
              {count !== undefined && <span class="count">{count}</span>}
            </button>
          ))}
        </nav>
        <TakeAway {...part} />
      </div>
      <div class="print-only">
        <ul class="facts">
          {checked.summary.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
      {view === 'findings' && <Findings {...part} checked={checked} />}
      {view === 'verdicts' && <Verdicts {...part} />}
      {view === 'timeline' && <TimelineView {...part} />}
      {view === 'files' && <FileList {...part} checked={checked} />}
    </>
  );
}

function Front({ session, state }: Part) {
  const { dialog } = state;
  switch (dialog?.is) {
    case undefined:
      return null;
    case 'help':
      return <HelpDialog session={session} />;
    case 'begin':
      return <BeginDialog session={session} state={state} dialog={dialog} />;
    case 'rule':
      return <RuleDialog session={session} dialog={dialog} />;
    case 'mend':
      return <MendDialog session={session} dialog={dialog} />;
  }
}

/** Takes what is dropped anywhere on the page; whether something is held over it. */
function useDrop(session: Session): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      void dropped(event.dataTransfer).then((sources) => session.add(sources));
    };
    addEventListener('dragover', over);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  }, [session]);
  return isOver;
}
