/** Links: which addresses may be followed, and where one ends that stands in a text. */

const SAFE = /^(?:https?:\/\/|mailto:)\S/i;
const LAST = /[.,;:!?'"*_~\])]$/;

/** The address where it may be followed, else null. */
export function safe(url: unknown): string | null {
  if (typeof url !== "string") return null;
  const trimmed = url.trim();
  return SAFE.test(trimmed) ? trimmed : null;
}

/** How much of what looks like an address belongs to it: what ends a sentence does not. */
export function addressIn(found: string): string {
  const escape = found.search(/&[lg]t;/);
  let url = escape < 0 ? found : found.slice(0, escape);
  while (LAST.test(url)) {
    if (url.endsWith(")") && count(url, "(") >= count(url, ")")) break;
    url = url.slice(0, -1);
  }
  return url;
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}
