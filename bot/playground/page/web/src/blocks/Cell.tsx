/** Cell: what stands in a cell of a table. */

import type { Json } from "../protocol";
import { record, words } from "../text/read";
import { RichText } from "../text/RichText";

export function Cell({ of }: { of: Json }) {
  const { type, text, value } = record(of);
  return type === "rich_text" ? <RichText block={of} /> : <span dir="auto">{words(text) || words(value)}</span>;
}

/** What a cell says, to sort by. */
export function wordsOf(cell: Json): string {
  const { type, text, value, elements } = record(cell);
  if (type !== "rich_text") return words(text) || words(value);
  const found: string[] = [];
  const look = (one: Json) => {
    found.push(words(record(one).text));
    const inside: Json = record(one).elements;
    if (Array.isArray(inside)) inside.forEach(look);
  };
  if (Array.isArray(elements)) elements.forEach(look);
  return found.join("");
}
