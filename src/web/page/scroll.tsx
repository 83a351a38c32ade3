import type { ComponentChildren } from 'preact';

/** What may be wider than the screen and then moves by itself, by keys too. */
export function Scroll({ look, label, children }: { look: string; label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it, what lies out of sight cannot be reached by keys
    <section class={look} tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
