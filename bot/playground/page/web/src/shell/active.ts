/**
 * Active: the one message of the page that has buttons, in whichever list it stands.
 *
 * That is the one with something open in it, else the one that the pointer or the keys came to last. A focus that is
 * not to be seen, as after a press with the mouse, counts for nothing.
 */

import { useEffect, useState } from "preact/hooks";

type By = "held" | "pointed" | "focused";

const at: Record<By, string | null> = { held: null, pointed: null, focused: null };
let isByKeys = false;
const listeners = new Set<() => void>();

function active(): string | null {
  return at.held ?? (isByKeys ? (at.focused ?? at.pointed) : (at.pointed ?? at.focused));
}

function change(how: () => void): void {
  const before = active();
  how();
  if (active() !== before) for (const listener of [...listeners]) listener();
}

/** Say what is held open, pointed at or focused: a list and a ts. */
export function mark(by: By, message: string | null): void {
  change(() => void (at[by] = message));
}

/** Forget one that was marked. */
export function unmark(by: By, message: string): void {
  if (at[by] === message) mark(by, null);
}

/** Whether the keys or the pointer were used last. */
export function turnTo(keys: boolean): void {
  if (keys !== isByKeys) change(() => void (isByKeys = keys));
}

/** Of the messages of a list, the one that has buttons. */
export function useActive(list: string): string | null {
  const look = () => (active()?.startsWith(`${list} `) ? active()!.slice(list.length + 1) : null);
  const [, set] = useState(look);
  useEffect(() => {
    const listener = () => set(look);
    listeners.add(listener);
    listener(); // what changed between painting and listening
    return () => {
      listeners.delete(listener);
      for (const by of Object.keys(at) as By[]) if (at[by]?.startsWith(`${list} `)) mark(by, null);
    };
  }, [list]);
  return look();
}

/** Whether the focus stands on one of a message's buttons, to be seen: those do not vanish under it. */
const isOnButtons = (): boolean => document.activeElement?.matches(".actionbar :focus-visible") === true;

if (typeof document !== "undefined") {
  document.addEventListener("keydown", () => turnTo(true), true);
  // What moves by itself under a pointer that rests is nobody pointing.
  document.addEventListener("mousemove", (event) => {
    if ((event.movementX || event.movementY) && !isOnButtons()) turnTo(false);
  }, true);
}
