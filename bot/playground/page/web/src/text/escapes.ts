/**
 * Escapes: the three characters that Slack has apps write as entities, and the entities that Markdown knows beside.
 */

const THREE: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };
// prettier-ignore
const NAMED: Record<string, string> = {
  amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0", copy: "©", reg: "®", trade: "™", hellip: "…",
  mdash: "—", ndash: "–", lsquo: "‘", rsquo: "’", ldquo: "“", rdquo: "”", laquo: "«", raquo: "»", bull: "•",
  middot: "·", times: "×", divide: "÷", plusmn: "±", deg: "°", euro: "€", pound: "£", yen: "¥", cent: "¢", sect: "§",
  para: "¶", larr: "←", rarr: "→", uarr: "↑", darr: "↓", harr: "↔", le: "≤", ge: "≥", ne: "≠", infin: "∞",
};
const MOST = 0x10ffff;

/** Slack's text as it is read: nothing but the three is an escape. */
export function unescaped(text: string): string {
  return text.includes("&") ? text.replace(/&(?:amp|lt|gt);/g, (found) => THREE[found] ?? found) : text;
}

/** Markdown's text as it is read. */
export function decoded(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(\w{2,8}));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = decimal === undefined ? parseInt(hex, 16) : parseInt(decimal, 10);
    return code > 0 && code <= MOST && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : "\ufffd";
  });
}
