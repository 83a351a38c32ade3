import { type Outcome, outcomes, type Severity, severities } from '../../model/finding.ts';
import { outcomeNames, outcomeSigns, severityNames } from '../../model/names.ts';
import { useWord } from './language.ts';
import type { Part } from './session.ts';
import type { Standing } from './standing.ts';

const moodSigns = { none: '–', busy: '…', bad: '✕', doubtful: '!', good: '✓' };

/** What came of the check, and every count, always in sight: what is not judged never looks like a pass. */
export function Counts({ session, state, standing }: Part & { standing: Standing }) {
  const word = useWord();
  const { checked, lang, filter, view, outcome, progress } = state;
  const failed = checked?.notJudged.length ?? 0;
  const bySeverity = (severity: Severity) => {
    session.set({ view: 'findings', filter: { ...filter, severity: isSeverity(severity) ? '' : severity } });
  };
  const isSeverity = (severity: Severity) => view === 'findings' && filter.severity === severity;
  const byOutcome = (one: Outcome) => {
    session.set({ outcome: isOutcome(one) ? '' : one });
    void session.show('verdicts');
  };
  const isOutcome = (one: Outcome) => view === 'verdicts' && outcome === one;
  return (
    <section class={`counts ${standing.mood}`} aria-label={word('检查结论', 'Outcome')}>
      <p class="standing" role="status">
        <i class="mood" aria-hidden="true">
          {moodSigns[standing.mood]}
        </i>
        <span>{standing.said[lang]}</span>
        {progress && (
          <button type="button" class="plain" onClick={() => session.cancel()}>
            {word('停下', 'Cancel')}
          </button>
        )}
      </p>
      {progress && progress.total > 0 && (
        <progress max={progress.total} value={progress.done} aria-label={word('进度', 'progress')} />
      )}
      {checked && (
        <div class="figures">
          <fieldset class="figure-group" aria-label={word('问题', 'Findings')}>
            {severities.map((severity) => (
              <Figure
                key={severity}
                look={severity}
                label={word(severityNames[severity].zh, plural(severity))}
                count={checked.severities[severity]}
                isPressed={isSeverity(severity)}
                onClick={() => bySeverity(severity)}
              />
            ))}
          </fieldset>
          <fieldset class="figure-group" aria-label={word('逐项判定', 'Verdicts')}>
            {outcomes.map((one) => (
              <Figure
                key={one}
                look={one}
                sign={outcomeSigns[one]}
                label={outcomeNames[one][lang]}
                count={checked.counts[one]}
                isPressed={isOutcome(one)}
                onClick={() => byOutcome(one)}
              />
            ))}
          </fieldset>
          <fieldset class="figure-group" aria-label={word('没有判定', 'Not judged')}>
            <Figure
              look="unjudged"
              label={word('没有判定', 'not judged')}
              count={failed}
              isPressed={false}
              onClick={() => {
                session.set({ view: 'findings' });
                requestAnimationFrame(() => document.getElementById('not-judged')?.focus());
              }}
            />
          </fieldset>
        </div>
      )}
    </section>
  );
}

const plural = (severity: Severity): string => ({ error: 'errors', warning: 'warnings', info: 'infos' })[severity];

function Figure({
  look,
  sign,
  label,
  count,
  isPressed,
  onClick,
}: {
  look: string;
  sign?: string;
  label: string;
  count: number;
  isPressed: boolean;
  onClick: () => void;
}) {
  return (
    <button
      type="button"
      class={`figure ${look}${count === 0 ? ' zero' : ''}`}
      aria-pressed={isPressed}
      onClick={onClick}
    >
      {sign && <i aria-hidden="true">{sign} </i>}
      {label} <b>{count}</b>
    </button>
  );
}
