/** Markdown tokens: Markdown read by `marked`'s lexer. Texts in it may hold Slack's `<...>` and emoji. */

import { lexer } from "marked";
import type { Token } from "marked";
import { decoded } from "./escapes";
import { meaning, withEmoji } from "./inline";
import type { Inline } from "./inline";

export type { Token, Tokens } from "marked";

/** The tokens of a text; one that holds everything as it stands where it cannot be read. */
export function tokens(text: string): Token[] {
  try {
    return lexer(text, { gfm: true, breaks: true });
  } catch {
    return [{ type: "paragraph", raw: text, text, tokens: [{ type: "text", raw: text, text }] }];
  }
}

/** What a text says: entities are read, mentions and emoji found. HTML is text like any other. */
export function inlinesOf(text: string): Inline[] {
  const nodes: Inline[] = [];
  for (const [index, piece] of text.split(/<([^<>\n]+)>/).entries()) {
    if (index % 2 === 0) nodes.push(...withEmoji(decoded(piece)));
    else nodes.push(meaning(piece) ?? { kind: "text", text: `<${piece}>` });
  }
  return nodes;
}
