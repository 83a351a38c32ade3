import { visible } from '../../text/visible.ts';
import { Dialog } from './dialog.tsx';
import { useWord } from './language.ts';
import { Scroll } from './scroll.tsx';
import type { Session, Dialog as Shown } from './session.ts';

/** The paragraph that a finding goes by, in our own words, and the rule explained. */
export function RuleDialog({ session, dialog }: { session: Session; dialog: Extract<Shown, { is: 'rule' }> }) {
  const word = useWord();
  const { paragraphs, explained, finding } = dialog;
  return (
    <Dialog session={session} title={explained?.title ?? word('条款和规则', 'Clause and rule')} look="side">
      <p class="muted small">{visible(finding.message)}</p>
      {paragraphs.map(({ notice, edition, document, clause, summary }) => (
        <blockquote key={`${notice} ${edition} ${clause}`}>
          <p>
            <b>{visible(clause)}</b> {visible(summary)}
          </p>
          <footer class="muted small">{visible(document)}</footer>
        </blockquote>
      ))}
      {paragraphs.length > 0 && (
        <p class="muted small">
          {word('以上是我们自己的话，以通知原文为准。', 'In our own words; the notice itself is what counts.')}
        </p>
      )}
      {explained?.sections.map(({ heading, paragraphs: texts, items, code }) => (
        <section key={heading}>
          <h3>{heading}</h3>
          {texts.map((text) => (
            <p key={text} class="kept">
              {visibleLines(text)}
            </p>
          ))}
          {items.length > 0 && (
            <ul class="plain-list">
              {items.map((item) => (
                <li key={item} class="kept">
                  {visibleLines(item)}
                </li>
              ))}
            </ul>
          )}
          {code !== null && (
            <Scroll look="example" label={heading}>
              <pre>{visibleLines(code)}</pre>
            </Scroll>
          )}
        </section>
      ))}
      <p class="muted small">
        {word('规则', 'rule')} <code>{finding.rule}</code>
      </p>
    </Dialog>
  );
}

const visibleLines = (text: string): string => text.split('\n').map(visible).join('\n');
