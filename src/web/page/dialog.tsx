import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useWord } from './language.ts';
import type { Session } from './session.ts';

/** A dialog in front of the page; Escape closes it, and a click beside it where the browser knows that; the focus goes back where it was. */
export function Dialog({
  session,
  title,
  look,
  children,
}: {
  session: Session;
  title: string;
  look?: 'side';
  children: ComponentChildren;
}) {
  const word = useWord();
  const place = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => place.current?.showModal(), []);
  const close = () => place.current?.close();
  return (
    <dialog
      ref={place}
      class={look}
      aria-labelledby="dialog-title"
      onClose={() => session.set({ dialog: undefined })}
      {...{ closedby: 'any' }}
    >
      <div class="dialog-body">
        <div class="dialog-head">
          <h2 id="dialog-title">{title}</h2>
          <button type="button" class="plain" onClick={close}>
            {word('关闭', 'Close')}
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
