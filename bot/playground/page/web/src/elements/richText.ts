/**
 * richText: Slack's markup shortcuts as rich text, and rich text as what would be typed for it.
 *
 * Bold, italic, strike, code, links, mentions, emoji, lists, quotes and code blocks; whatever is none of these is text.
 */

import type { Json } from "../protocol";

const FENCE = "```";
const BULLET = /^(\s*)[-•*]\s+(.*)$/;
const NUMBER = /^(\s*)(\d+)[.)]\s+(.*)$/;
const QUOTE = /^>\s?(.*)$/;
const WORD = "[\\p{L}\\p{N}]";
const INLINE = new RegExp(
  [
    "`([^`\\n]+)`",
    "<@([UW][A-Z0-9]+)>",
    "<#(C[A-Z0-9]+)(?:\\|[^>]*)?>",
    "<(https?:[^|>\\s]+|mailto:[^|>\\s]+)(?:\\|([^>]+))?>",
    "(https?:\\/\\/[^\\s<>]*[^\\s<>.,;:!?)\\]'\"])",
    ":([a-z0-9_+-]+):",
    `(?<!${WORD})(?<mark>[*_~])(?<!\\k<mark>{2})(?!\\k<mark>)(?=\\S)([^\\n]*?\\S)\\k<mark>(?!${WORD}|\\k<mark>)`,
  ].join("|"),
  "gu",
);
const STYLES: Record<string, string> = { "*": "bold", _: "italic", "~": "strike" };
const MARKS: Record<string, string> = { code: "`", bold: "*", italic: "_", strike: "~" };

/** What was typed, as rich text; null where nothing was. */
export function richOf(typed: string): Json {
  const elements = sections(typed.split("\n"));
  return elements.length === 0 || typed.trim() === "" ? null : { type: "rich_text", elements };
}

function sections(lines: string[]): Json[] {
  const made: Json[] = [];
  let text: string[] = [];
  const flush = () => {
    if (text.length > 0) made.push({ type: "rich_text_section", elements: inline(text.join("\n")) });
    text = [];
  };
  for (let at = 0; at < lines.length; ) {
    const [block, next] = blockAt(lines, at);
    if (block === null) text.push(lines[at]!);
    else flush(), made.push(block);
    at = next;
  }
  flush();
  return made.filter((one) => one.elements.length > 0);
}

/** The list, quote or code block that begins at a line, and the line after it. */
function blockAt(lines: string[], at: number): [Json, number] {
  const line = lines[at]!;
  if (line.startsWith(FENCE)) return fenced(lines, at);
  for (const [form, style] of [[BULLET, "bullet"], [NUMBER, "ordered"]] as const) {
    if (form.test(line)) return list(lines, at, form, style);
  }
  if (!QUOTE.test(line)) return [null, at + 1];
  let end = at;
  while (end < lines.length && QUOTE.test(lines[end]!)) end++;
  const quoted = lines.slice(at, end).map((one) => QUOTE.exec(one)![1]!);
  return [{ type: "rich_text_quote", elements: inline(quoted.join("\n")) }, end];
}

function fenced(lines: string[], at: number): [Json, number] {
  const first = lines[at]!.slice(FENCE.length);
  const single = first.endsWith(FENCE) && first.length > FENCE.length ? first.slice(0, -FENCE.length) : null;
  let end = at + 1;
  while (single === null && end < lines.length && !lines[end]!.endsWith(FENCE)) end++;
  const last = single === null && end < lines.length ? [lines[end]!.slice(0, -FENCE.length)] : [];
  const inside = single === null ? [first, ...lines.slice(at + 1, end), ...last] : [single];
  const text = inside.join("\n").replace(/^\n|\n$/g, "");
  const elements = text === "" ? [] : [{ type: "text", text }];
  return [{ type: "rich_text_preformatted", elements }, single === null ? end + 1 : at + 1];
}

function list(lines: string[], at: number, form: RegExp, style: string): [Json, number] {
  const indent = indentOf(form.exec(lines[at]!)![1]!);
  const items: Json[] = [];
  let end = at;
  for (; end < lines.length; end++) {
    const found = form.exec(lines[end]!);
    if (found === null || indentOf(found[1]!) !== indent) break;
    items.push({ type: "rich_text_section", elements: inline(found.at(-1)!) });
  }
  return [{ type: "rich_text_list", style, indent, border: 0, elements: items }, end];
}

const indentOf = (space: string) => Math.min(8, Math.floor(space.replace(/\t/g, "  ").length / 2));

function inline(text: string, style: Record<string, true> = {}): Json[] {
  const made: Json[] = [];
  const styled = (one: Json) => (Object.keys(style).length > 0 ? { ...one, style: { ...style } } : one);
  let from = 0;
  const plain = (to: number) => {
    if (to > from) made.push(styled({ type: "text", text: text.slice(from, to) }));
  };
  for (const found of text.matchAll(INLINE)) {
    const [all, code, user, channel, link, label, url, emoji, mark, inner] = found;
    plain(found.index);
    from = found.index + all.length;
    if (code !== undefined) made.push({ type: "text", text: code, style: { ...style, code: true } });
    else if (user !== undefined) made.push(styled({ type: "user", user_id: user }));
    else if (channel !== undefined) made.push(styled({ type: "channel", channel_id: channel }));
    else if (link !== undefined) made.push(styled({ type: "link", url: link, ...(label ? { text: label } : {}) }));
    else if (url !== undefined) made.push(styled({ type: "link", url }));
    else if (emoji !== undefined) made.push(styled({ type: "emoji", name: emoji }));
    else made.push(...inline(inner!, { ...style, [STYLES[mark!]!]: true }));
  }
  plain(text.length);
  return made;
}

/** What would be typed for a rich text. */
export function typedOf(rich: Json): string {
  const elements: Json[] = rich?.elements ?? [];
  return elements.map(typedBlock).join("\n");
}

function typedBlock(block: Json): string {
  const elements: Json[] = block.elements ?? [];
  if (block.type === "rich_text_list") {
    const space = "  ".repeat(block.indent ?? 0);
    const sign = (index: number) => (block.style === "ordered" ? `${index + 1}.` : "-");
    return elements.map((one, index) => `${space}${sign(index)} ${typedInline(one.elements ?? [])}`).join("\n");
  }
  const text = typedInline(elements);
  if (block.type === "rich_text_quote") return text.replace(/^/gm, "> ");
  return block.type === "rich_text_preformatted" ? `${FENCE}\n${text}\n${FENCE}` : text;
}

function typedInline(elements: Json[]): string {
  return elements.map((one) => marked(typedOne(one), one.style)).join("");
}

function marked(text: string, style: Record<string, boolean> | undefined): string {
  const marks = Object.entries(MARKS).filter(([name]) => style?.[name]);
  return marks.reduce((inside, [, mark]) => `${mark}${inside}${mark}`, text);
}

function typedOne(one: Json): string {
  if (one.type === "user") return `<@${one.user_id}>`;
  if (one.type === "channel") return `<#${one.channel_id}>`;
  if (one.type === "emoji") return `:${one.name}:`;
  if (one.type === "link") return one.text ? `<${one.url}|${one.text}>` : one.url;
  return one.text ?? "";
}
