/** Rich text: paragraphs, lists, quotes and preformatted text; nothing in them is read for markup. */

import "./Text.css";
import "./RichText.css";
import type { Json } from "../protocol";
import { digits } from "./digits";
import { list, number, record, records, words } from "./read";
import { Pieces } from "./RichPieces";

const ORDERED = ["decimal", "lower-alpha", "lower-roman"];
const BULLETS = ["disc", "circle", "square"];
const DEEPEST = 8;

export function RichText({ block }: { block: Json }) {
  return (
    <div class="RichText">
      {records(record(block).elements).map((one, index) => (
        <Part key={index} of={one} />
      ))}
    </div>
  );
}

function Part({ of }: { of: Json }) {
  const border = of.border === 1 ? " RichText-border" : "";
  switch (of.type) {
    case "rich_text_section":
      return (
        <div class="RichText-section" dir="auto">
          <Pieces of={of.elements} />
        </div>
      );
    case "rich_text_list":
      return <List of={of} border={border} />;
    case "rich_text_quote":
      return (
        <blockquote class={`Text-quote${border}`} dir="auto">
          <Pieces of={of.elements} />
        </blockquote>
      );
    case "rich_text_preformatted":
      return (
        <pre class={`Text-pre${border}`}>
          <code>
            <Pieces of={of.elements} />
          </code>
        </pre>
      );
    default:
      return null;
  }
}

function List({ of, border }: { of: Json; border: string }) {
  const indent = Math.min(Math.max(number(of.indent) ?? 0, 0), DEEPEST);
  const isOrdered = of.style === "ordered";
  const kinds = isOrdered ? ORDERED : BULLETS;
  const start = (number(of.offset) ?? 0) + 1;
  const style = {
    listStyleType: kinds[indent % kinds.length],
    marginInlineStart: `${indent * 28}px`,
    "--digits": isOrdered ? digits(start, list(of.elements).length) : 1,
  };
  const items = list(of.elements).map((item, index) => (
    <li key={index} dir="auto">
      {record(item).type === "rich_text_section" ? <Pieces of={item.elements} /> : words(record(item).text)}
    </li>
  ));
  if (!isOrdered)
    return (
      <ul class={`RichText-list${border}`} style={style}>
        {items}
      </ul>
    );
  return (
    <ol class={`RichText-list${border}`} style={style} start={start}>
      {items}
    </ol>
  );
}
