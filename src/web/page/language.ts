import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '../../model/finding.ts';

/** The language of the page. */
export const LanguageContext = createContext<Language>('zh');

/** Says a thing in the language of the page. */
export type Word = (zh: string, en: string) => string;

export function useWord(): Word {
  const lang = useContext(LanguageContext);
  return (zh, en) => (lang === 'zh' ? zh : en);
}
