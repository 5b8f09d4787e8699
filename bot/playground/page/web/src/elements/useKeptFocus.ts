/*
 * useKeptFocus: whoever goes by keyboard stays where they are when an app shows something new in place of what they
 * stand on. New blocks are new elements, and a browser forgets the focus with the element that had it.
 */

import { useLayoutEffect, useRef } from "preact/hooks";

const FOCUSABLE = "a[href], button, input, textarea, summary, [tabindex]";

/** Gives the focus back to what stands in the same place of a room, after `shown` has changed and took it away. */
export function useKeptFocus(room: { current: HTMLElement | null }, shown: unknown): void {
  const at = useRef(-1);
  useLayoutEffect(() => {
    const box = room.current;
    if (!box) return;
    const all = () => [...box.querySelectorAll(FOCUSABLE)];
    const remember = () => void (at.current = all().indexOf(document.activeElement!));
    const left = ({ target }: FocusEvent) =>
      // Looked at a moment later: what was taken away did not leave by itself.
      queueMicrotask(() => {
        if ((target as HTMLElement).isConnected && !box.contains(document.activeElement)) at.current = -1;
      });
    box.addEventListener("focusin", remember);
    box.addEventListener("focusout", left);
    return () => {
      box.removeEventListener("focusin", remember);
      box.removeEventListener("focusout", left);
    };
  }, [shown]); // the room may come with what is shown
  useLayoutEffect(() => {
    const box = room.current;
    if (!box || at.current < 0 || document.activeElement !== document.body) return;
    const all = box.querySelectorAll<HTMLElement>(FOCUSABLE);
    (all[Math.min(at.current, all.length - 1)] ?? box).focus({ preventScroll: true });
  }, [shown]);
}
