/** Markdown spans: what stands in a line. A picture is a link, as in Slack. */

import { decoded } from "./escapes";
import { Inlines } from "./Inlines";
import { Link } from "./Link";
import { inlinesOf } from "./markdownTokens";
import type { Token, Tokens } from "./markdownTokens";

export function Spans({ of }: { of: Token[] }) {
  return (
    <>
      {joined(of).map((token, index) => (
        <Span key={index} of={token} />
      ))}
    </>
  );
}

function Span({ of }: { of: Token }) {
  const inside = "tokens" in of && of.tokens !== undefined ? <Spans of={of.tokens} /> : null;
  switch (of.type) {
    case "strong":
      return <b>{inside}</b>;
    case "em":
      return <i>{inside}</i>;
    case "del":
      return <s>{inside}</s>;
    case "br":
      return <br />;
    case "codespan":
      return <code class="Text-code">{(of as Tokens.Codespan).text}</code>;
    case "checkbox":
      return <Box isChecked={(of as Tokens.Checkbox).checked} />;
    case "link":
      return <Anchor of={of as Tokens.Link} />;
    case "image":
      return <Link url={decoded((of as Tokens.Image).href)}>{decoded((of as Tokens.Image).text) || of.href}</Link>;
    case "escape":
      return <>{(of as Tokens.Escape).text}</>;
    case "text":
      return inside ?? <Inlines nodes={inlinesOf((of as Tokens.Text).text)} />;
    default:
      return inside ?? <Inlines nodes={inlinesOf(of.raw.replace(/\n+$/, ""))} />;
  }
}

function Anchor({ of }: { of: Tokens.Link }) {
  const text = of.tokens.length > 0 ? <Spans of={of.tokens} /> : of.href;
  return (
    <Link url={of.autolink ? of.href : decoded(of.href)} title={of.title ? decoded(of.title) : undefined}>
      {text}
    </Link>
  );
}

function Box({ isChecked }: { isChecked: boolean }) {
  return (
    <>
      <span class={`Markdown-box${isChecked ? " Markdown-box-checked" : ""}`} aria-hidden="true" />
      <span class="hidden">{isChecked ? "Done: " : "To do: "}</span>
    </>
  );
}

/** Texts next to each other as one: the lexer cuts them at signs that may mean something, as within `<@U1>`. */
function joined(of: Token[]): Token[] {
  const all: Token[] = [];
  for (const token of of) {
    const before = all.at(-1);
    if (before !== undefined && isText(before) && isText(token)) {
      const text = (before as Tokens.Text).text + (token as Tokens.Text).text;
      all[all.length - 1] = { type: "text", raw: before.raw + token.raw, text };
    } else all.push(token);
  }
  return all;
}

function isText(token: Token): boolean {
  return token.type === "text" && (token as Tokens.Text).tokens === undefined;
}
