import { useWord } from './language.ts';

/** On paper, where no filter is to be seen: how many of all are listed; nothing where they are all. */
export function ListedOf({ count, total }: { count: number; total: number }) {
  const word = useWord();
  if (count === total) return null;
  return (
    <p class="print-only">
      <b>{word(`筛选过，只列出 ${count} / ${total}`, `Filtered: ${count} of ${total} listed`)}</b>
    </p>
  );
}
