import { h, render } from 'preact';
import { machineInPage } from '../machine.ts';
import { App } from './app.tsx';
import { listenToKeys } from './keys.ts';
import { Session } from './session.ts';

const place = document.getElementById('page');
if (!place) throw new Error('No place for the page');

let isDue = false;
const drawNow = () => {
  isDue = false;
  const { state } = session;
  document.documentElement.lang = state.lang === 'zh' ? 'zh-CN' : 'en';
  render(h(App, { session, state }), place);
};
const session: Session = new Session(machineInPage(), 'zh', () => {
  if (!isDue) queueMicrotask(drawNow);
  isDue = true;
});

drawNow();
listenToKeys(session);
addEventListener('beforeprint', () => {
  session.set({ isPrinting: true });
  drawNow();
});
addEventListener('afterprint', () => session.set({ isPrinting: false }));
// What a person sees goes before what judges.
requestAnimationFrame(() => setTimeout(() => void session.start()));
