/** Typed: texts as people type and read them, and as Slack sends them. */

import type { Message } from "../protocol";
import { all, part } from "../store";

const MARK = /<([@#!]?)([^<>|]+)(?:\|([^<>]*))?>/g;

function ofMark(_: string, sign: string, target: string, label: string | undefined): string {
  if (sign === "@") return `@${part(`person/${target}`)?.name ?? label ?? target}`;
  if (sign === "#") return `#${part(`channel/${target}`)?.name ?? label ?? target}`;
  if (sign === "!") return target.startsWith("date") ? (label ?? "") : (label ?? `@${target}`);
  return label || target.replace(/^mailto:/, "");
}

/** Of what Slack sends: what a person would type for it. */
export function asTyped(sent: string): string {
  return sent.replace(MARK, ofMark).replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
}

/** Names behind an @ as Slack links them, the longest first; the server does the rest. */
export function asSent(typed: string): string {
  const known = all("person").sort((one, other) => other.name.length - one.name.length);
  let sent = typed;
  for (const person of known) {
    if (!sent.includes(`@${person.name}`)) continue;
    const name = person.name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    sent = sent.replace(new RegExp(`(^|[^\\w@<])@${name}(?![\\w-])`, "g"), `$1<@${person.id}>`);
  }
  return sent;
}

/** The words of a message, for whoever copies or hears it. */
export function wordsOf(message: Message): string {
  const files = (message.files ?? []).map((file) => file.title || file.name);
  return [asTyped(message.text), ...files].filter((one) => one !== "").join("\n");
}

const STYLED = /(^|[\s(])([*_~`])(?=\S)([^\n]*?\S)\2(?=$|[\s.,;:!?)])/gm;

/** The words of a message as they are spoken: without the signs that make them bold or italic. */
export function spokenOf(message: Message): string {
  const words = wordsOf(message);
  return words.replace(STYLED, "$1$3").replace(STYLED, "$1$3");
}
