/** Markdown text: tokens as elements; never HTML. */

import "./Markdown.css";
import { ScrollsSideways } from "../blocks/ScrollsSideways";
import { digits } from "./digits";
import { tokens } from "./markdownTokens";
import type { Token, Tokens } from "./markdownTokens";
import { Spans } from "./MarkdownSpans";

export function MarkdownText({ text }: { text: string }) {
  return (
    <div class="Markdown" dir="auto">
      <Parts of={tokens(text)} />
    </div>
  );
}

function Parts({ of }: { of: Token[] }) {
  return (
    <>
      {of.map((token, index) => (
        <Part key={index} of={token} />
      ))}
    </>
  );
}

function Part({ of }: { of: Token }) {
  switch (of.type) {
    case "space":
    case "def":
      return null;
    case "hr":
      return <hr class="Markdown-rule" />;
    case "heading":
      return <Heading of={of as Tokens.Heading} />;
    case "code":
      return (
        <pre class="Text-pre">
          <code>{(of as Tokens.Code).text}</code>
        </pre>
      );
    case "blockquote":
      return (
        <blockquote class="Text-quote Markdown-quote">
          <Parts of={of.tokens ?? []} />
        </blockquote>
      );
    case "list":
      return <List of={of as Tokens.List} />;
    case "table":
      return <Table of={of as Tokens.Table} />;
    case "html":
      return (
        <p class="Markdown-html">
          <Spans of={[of]} />
        </p>
      );
    case "paragraph":
      return (
        <p>
          <Spans of={of.tokens ?? []} />
        </p>
      );
    default:
      return <Spans of={[of]} />;
  }
}

function Heading({ of }: { of: Tokens.Heading }) {
  const inside = <Spans of={of.tokens} />;
  // The page itself has the headings above these.
  return (
    <div class={`Markdown-heading Markdown-heading-${of.depth}`} role="heading" aria-level={Math.min(of.depth + 2, 6)}>
      {inside}
    </div>
  );
}

function List({ of }: { of: Tokens.List }) {
  const items = of.items.map((item, index) => (
    <li key={index} class={item.task ? "Markdown-task" : undefined}>
      <Parts of={item.tokens} />
    </li>
  ));
  if (!of.ordered) return <ul>{items}</ul>;
  const start = of.start === "" ? 1 : of.start;
  return (
    <ol start={start} style={{ "--digits": digits(start, items.length) }}>
      {items}
    </ol>
  );
}

function Table({ of }: { of: Tokens.Table }) {
  const row = (cells: Tokens.TableCell[], Cell: "th" | "td") =>
    cells.map((cell, index) => (
      <Cell key={index} style={{ textAlign: cell.align ?? undefined }} scope={Cell === "th" ? "col" : undefined}>
        <Spans of={cell.tokens} />
      </Cell>
    ));
  return (
    <ScrollsSideways name="Table">
      <table class="Table">
        <thead>
          <tr>{row(of.header, "th")}</tr>
        </thead>
        <tbody>
          {of.rows.map((cells, index) => (
            <tr key={index}>{row(cells, "td")}</tr>
          ))}
        </tbody>
      </table>
    </ScrollsSideways>
  );
}
