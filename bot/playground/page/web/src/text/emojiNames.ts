/** Emoji: what each name shows. The data is large, so it comes after the first paint, once somebody wants it. */

import { useEffect, useState } from "preact/hooks";

const FIRST_TONE = 0x1f3fb;
const PLAIN_TONE = 1;
const VARIANT = "\ufe0f";

let shown: Record<string, string> | null = null;
let asked = false;
const waiting = new Set<() => void>();

/** The emoji of a name; undefined where there is none, or not yet. */
export function emojiText(name: string, tone: number = PLAIN_TONE): string | undefined {
  const [base = "", toned] = name.split("::skin-tone-");
  const text = shown !== null && Object.hasOwn(shown, base) ? shown[base] : undefined;
  return text === undefined ? undefined : withTone(text, toned === undefined ? tone : Number(toned));
}

/** Read the names again once they are known. */
export function useEmoji(): void {
  const [, again] = useState(0);
  const wasKnown = shown !== null;
  useEffect(() => {
    if (wasKnown) return;
    const listener = () => again((count) => count + 1);
    if (shown !== null) return listener(); // they came between rendering and now
    waiting.add(listener);
    ask();
    return () => void waiting.delete(listener);
  }, []);
}

function ask(): void {
  if (asked) return;
  asked = true;
  requestAnimationFrame(() => setTimeout(load, 0));
}

async function load(): Promise<void> {
  try {
    shown = (await import("virtual:emoji")).default;
  } catch {
    asked = false; // the names are shown instead, and the next one who wants them asks again
  }
  for (const listener of [...waiting]) listener();
  waiting.clear();
}

/** The tone stands behind the first sign, in place of its variant. */
function withTone(text: string, tone: number): string {
  if (!(tone > PLAIN_TONE && tone <= 6)) return text;
  const [first = "", ...rest] = [...text];
  const after = rest[0] === VARIANT ? rest.slice(1) : rest;
  return first + String.fromCodePoint(FIRST_TONE + tone - 2) + after.join("");
}
