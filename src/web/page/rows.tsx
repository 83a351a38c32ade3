import type { ComponentChildren } from 'preact';
import { Scroll } from './scroll.tsx';

/** A table under the names of its columns; its rows are given. */
export function Rows({ label, head, children }: { label: string; head: string[]; children: ComponentChildren }) {
  return (
    <Scroll look="rows" label={label}>
      <table>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </Scroll>
  );
}
