/** Asked: the message whose making the inspector shows, asked by a message's menu or by a click while picking. */

import { useEffect, useState } from "preact/hooks";

export interface Where {
  channel: string;
  ts: string;
}

let asked: Where | null = null;
const listeners = new Set<() => void>();

/** Show what made a message, once the inspector is open; everything again for null. */
export function inspect(message: Where | null): void {
  asked = message;
  for (const listener of [...listeners]) listener();
}

/** The message that is asked about. */
export function useAsked(): Where | null {
  const [, again] = useState(0);
  useEffect(() => {
    const listener = () => again((count) => count + 1);
    listeners.add(listener);
    listener(); // what was asked between painting and listening
    return () => void listeners.delete(listener);
  }, []);
  return asked;
}

/** While it is true, a click on a message of the page, or Enter on it, asks about that one; Escape ends it. */
export function usePicking(picking: boolean, onDone: () => void): void {
  useEffect(() => {
    if (!picking) return;
    const pick = (event: Event) => {
      const row = (event.target as Element).closest<HTMLElement>("[data-place] [data-ts]");
      const channel = row?.closest<HTMLElement>("[data-place]")?.dataset.place;
      if (!row?.dataset.ts || !channel) return;
      event.preventDefault();
      event.stopPropagation();
      inspect({ channel, ts: row.dataset.ts });
      onDone();
    };
    const key = (event: KeyboardEvent) => {
      if (event.key === "Enter") pick(event);
      if (event.key !== "Escape") return;
      event.stopPropagation();
      onDone();
    };
    document.addEventListener("click", pick, true);
    document.addEventListener("keydown", key, true);
    return () => {
      document.removeEventListener("click", pick, true);
      document.removeEventListener("keydown", key, true);
    };
  }, [picking]);
}

/** Bring a message of the page into view, as soon as it is there. */
export function show({ channel, ts }: Where, tries = 20): void {
  const row = document.querySelector<HTMLElement>(
    `[data-place="${CSS.escape(channel)}"] [data-ts="${CSS.escape(ts)}"]`,
  );
  if (row) {
    row.scrollIntoView({ block: "center" });
    row.focus();
  } else if (tries > 0) setTimeout(() => show({ channel, ts }, tries - 1), 100);
}
