/**
 * Inline: what stands in a line of Slack's text, and how `<...>`, `:emoji:` and addresses are read. Nothing is
 * rendered.
 */

import { unescaped } from "./escapes";
import { addressIn } from "./links";

export type Inline =
  | { kind: "text"; text: string }
  | { kind: "bold" | "italic" | "strike" | "code"; inside: Inline[] }
  | { kind: "link"; url: string; inside: Inline[] }
  | { kind: "user" | "channel" | "group"; id: string; label: string }
  | { kind: "broadcast"; range: string }
  | { kind: "date"; seconds: number; template: string; url: string; fallback: string }
  | { kind: "emoji"; name: string; tone: number };

/** A piece that is read as a whole, from where to where. */
export interface Atom {
  from: number;
  to: number;
  node: Inline;
}

const ANGLE = /<([^<>\n]+)>/y;
const CODE = /`([^`\n]+)`/y;
const EMOJI = /:([a-zA-Z0-9_+'-]+):(?::skin-tone-([2-6]):)?/y;
const ADDRESS = /https?:\/\/[^\s<>|`]+/iy;
const WORD = /[\p{L}\p{N}_]/u;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const RANGES = new Set(["here", "channel", "everyone"]);

/** Whether this is part of a word. */
export function isWord(sign: string): boolean {
  return sign !== "" && WORD.test(sign);
}

/** What is read as a whole there; null where nothing is. */
export function atomAt(text: string, from: number, verbatim: boolean): Atom | null {
  switch (text[from]) {
    case "<":
      return angle(text, from);
    case "`":
      return code(text, from);
    case ":":
      return emoji(text, from);
    case "h":
    case "H":
      return verbatim ? null : address(text, from);
    default:
      return null;
  }
}

/** A text without markup: but for emoji, as in labels and plain text. */
export function withEmoji(text: string): Inline[] {
  const nodes: Inline[] = [];
  let done = 0;
  for (let at = text.indexOf(":"); at >= 0; at = text.indexOf(":", at)) {
    const found = emoji(text, at);
    if (found === null) at += 1;
    else {
      if (at > done) nodes.push({ kind: "text", text: text.slice(done, at) });
      nodes.push(found.node);
      at = done = found.to;
    }
  }
  if (done < text.length) nodes.push({ kind: "text", text: text.slice(done) });
  return nodes;
}

/** What stands between `<` and `>`; null where it means nothing. */
export function meaning(inner: string): Inline | null {
  const bar = inner.indexOf("|");
  const [target, label] = bar < 0 ? [inner, ""] : [inner.slice(0, bar), unescaped(inner.slice(bar + 1))];
  if (/^@[UW]\w+$/.test(target)) return { kind: "user", id: target.slice(1), label };
  if (/^#[CGD]\w+$/.test(target)) return { kind: "channel", id: target.slice(1), label };
  if (target.startsWith("!")) return special(target.slice(1), label);
  if (!SCHEME.test(target)) return null;
  const url = unescaped(target);
  const bare = url.replace(/^mailto:/i, "");
  return { kind: "link", url, inside: label === "" ? [{ kind: "text", text: bare }] : withEmoji(label) };
}

function special(target: string, label: string): Inline | null {
  if (RANGES.has(target)) return { kind: "broadcast", range: target };
  if (target.startsWith("subteam^")) return { kind: "group", id: target.slice("subteam^".length), label };
  if (!target.startsWith("date^")) return label === "" ? null : { kind: "text", text: label };
  const [seconds = "", template = "", url = ""] = target.slice("date^".length).split("^").map(unescaped);
  const isTime = /^\d{1,12}$/.test(seconds) && template !== "";
  if (!isTime) return label === "" ? null : { kind: "text", text: label };
  return { kind: "date", seconds: Number(seconds), template, url, fallback: label };
}

function angle(text: string, from: number): Atom | null {
  const found = at(ANGLE, text, from);
  const node = found && meaning(found[1] ?? "");
  return found && node && { from, to: from + found[0].length, node };
}

function code(text: string, from: number): Atom | null {
  const found = at(CODE, text, from);
  return found && { from, to: from + found[0].length, node: { kind: "code", inside: literal(found[1] ?? "") } };
}

function emoji(text: string, from: number): Atom | null {
  const found = at(EMOJI, text, from);
  return (
    found && { from, to: from + found[0].length, node: { kind: "emoji", name: found[1]!, tone: Number(found[2] ?? 1) } }
  );
}

function address(text: string, from: number): Atom | null {
  const found = isWord(text[from - 1] ?? "") ? null : at(ADDRESS, text, from);
  const written = found ? addressIn(found[0]) : "";
  if (!/:\/\/[^/]/.test(written)) return null;
  const url = unescaped(written);
  return { from, to: from + written.length, node: { kind: "link", url, inside: [{ kind: "text", text: url }] } };
}

/** Code: nothing but `<...>` means anything in it. */
export function literal(text: string): Inline[] {
  const nodes: Inline[] = [];
  let done = 0;
  for (let from = text.indexOf("<"); from >= 0; from = text.indexOf("<", from + 1)) {
    const found = from < done ? null : angle(text, from);
    if (found === null) continue;
    if (from > done) nodes.push({ kind: "text", text: unescaped(text.slice(done, from)) });
    nodes.push(found.node);
    done = found.to;
  }
  if (done < text.length) nodes.push({ kind: "text", text: unescaped(text.slice(done)) });
  return nodes;
}

function at(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(text);
}
