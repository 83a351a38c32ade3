import type { Session, View } from './session.ts';

const VIEWS: Record<string, View> = { 1: 'findings', 2: 'verdicts', 3: 'timeline', 4: 'files' };

/** Uses the page from the keyboard; nothing is taken from what is being typed, or from the browser's own keys. */
export function listenToKeys(session: Session): void {
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || session.state.dialog) return;
    const { target, key } = event;
    if (
      target instanceof HTMLElement &&
      target.closest('input:not([type=checkbox]):not([type=radio]), select, textarea')
    ) {
      if (key === 'Escape') target.blur();
      return;
    }
    if (act(session, key, target instanceof Element ? target : undefined)) event.preventDefault();
  });
}

/** Whether a key was for the page. */
function act(session: Session, key: string, target: Element | undefined): boolean {
  const chosen = target?.closest('[data-finding]');
  const view = VIEWS[key];
  if (view && session.state.checked) void session.show(view);
  else if (key === '?') session.set({ dialog: { is: 'help' } });
  else if (key === '/') focusSearch(session);
  else if (key === 'r' && session.state.sources.length > 0) void session.refresh();
  else if (key === 'j' || (key === 'ArrowDown' && chosen === target && chosen)) step(1);
  else if (key === 'k' || (key === 'ArrowUp' && chosen === target && chosen)) step(-1);
  else if (key === 'Enter' && chosen && chosen === target) chosen.querySelector<HTMLElement>('[data-explain]')?.click();
  else return false;
  return true;
}

function focusSearch(session: Session): void {
  const focus = () => document.getElementById('search')?.focus();
  // At once where it can be, so that nothing of what is typed next is lost.
  if (session.state.view === 'findings') focus();
  else {
    session.set({ view: 'findings' });
    requestAnimationFrame(focus);
  }
}

/** Goes to the next or previous finding of those in sight. */
function step(by: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>('[data-finding]')];
  const at = all.findIndex((each) => each === document.activeElement || each.contains(document.activeElement));
  const next = all[at === -1 ? (by === 1 ? 0 : all.length - 1) : at + by];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}
