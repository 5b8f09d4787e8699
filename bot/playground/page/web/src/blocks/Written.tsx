/** Written: blocks that are nothing but a text. */

import type { Json } from "../protocol";
import { Markdown } from "../text/Markdown";
import { record, words } from "../text/read";
import { RichText } from "../text/RichText";

export function MarkdownBlock({ block }: { block: Json }) {
  return <Markdown text={words(record(block).text)} />;
}

export function RichTextBlock({ block }: { block: Json }) {
  return <RichText block={block} />;
}
