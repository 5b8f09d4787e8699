/** Screen: which names stand in what the person sees right now. */

import type { Json, Message, View } from "../protocol";

interface Read {
  /** Its words in small letters, each text with a space at both ends. */
  text: string;
  words: ReadonlySet<string>;
}

const known = new WeakMap<object, Read>();
const SAID = new Set([
  "text",
  "title",
  "label",
  "value",
  "fallback",
  "pretext",
  "caption",
  "alt_text",
  "body",
  "subtitle",
]);

/** Those names that stand in one of the messages or views, as whole words whatever their case. */
export function onScreen(names: readonly string[], shown: readonly (Message | View)[]): Set<string> {
  const reads = names.length ? shown.map(read) : [];
  const found = names.filter((name) => {
    const own = wordsOf(name.toLowerCase());
    const whole = ` ${own.join(" ")} `;
    // Most names are ruled out by one of their words, without a look at the texts.
    return (
      own.length > 0 && reads.some(({ words, text }) => own.every((word) => words.has(word)) && text.includes(whole))
    );
  });
  return new Set(found);
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

function read(shown: Message | View): Read {
  const before = known.get(shown);
  if (before) return before;
  const parts: string[] = [];
  gather(shown, parts);
  const words = parts.map((part) => wordsOf(part.toLowerCase()));
  const made = { text: words.map((line) => ` ${line.join(" ")} `).join("\n"), words: new Set(words.flat()) };
  known.set(shown, made);
  return made;
}

function gather(value: Json, parts: string[]): void {
  if (Array.isArray(value)) for (const inner of value) gather(inner, parts);
  else if (typeof value === "object" && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner !== "string") gather(inner, parts);
      else if (SAID.has(key)) parts.push(inner);
    }
  }
}
