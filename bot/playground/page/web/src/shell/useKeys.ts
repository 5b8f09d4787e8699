/** Keys of the whole page: Alt with up and down: another channel; Escape closes what is on top; ? shows the keys. */

import { useEffect, useRef } from "preact/hooks";
import { stops } from "./Sidebar";
import type { Go, Where } from "./where";

export interface KeysGiven {
  where: Where;
  go: Go;
  /** Closes the panel; null where none is in front. */
  closePanel: (() => void) | null;
  showKeys: () => void;
  /** The channel that is open. */
  channel: string | null;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;

function pressed(event: KeyboardEvent, { where, go, closePanel, showKeys, channel }: KeysGiven): boolean {
  if (event.altKey && !event.ctrlKey && !event.metaKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
    const all = stops();
    const at = channel === null ? -1 : all.indexOf(channel);
    const to = all[(at + (event.key === "ArrowUp" ? -1 : 1) + all.length) % all.length];
    if (to !== undefined) go({ channel: to, thread: null });
    return true;
  }
  if (event.key === "Escape" && closePanel !== null) closePanel();
  else if (event.key === "Escape" && where.thread !== null) go({ thread: null });
  else if (event.key === "?" && !isTyping(event.target)) showKeys();
  else return false;
  return true;
}

export function useKeys(given: KeysGiven): void {
  const now = useRef(given);
  now.current = given;
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      // A dialog on top has keys of its own.
      if (event.defaultPrevented || document.querySelector("dialog[open]") !== null) return;
      if (pressed(event, now.current)) event.preventDefault();
    };
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);
}
