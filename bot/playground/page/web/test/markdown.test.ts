/** Markdown becomes elements, never HTML. */

import assert from "node:assert/strict";
import test from "node:test";
import { createElement } from "preact";
import { MarkdownText } from "../src/text/MarkdownText";
import { drawn, show, words } from "./show";

const shown = (text: string) => show(createElement(MarkdownText, { text })).replace(/^<div>([\s\S]*)<\/div>$/, "$1");
const heading = (level: number, text: string) => `<div role=heading aria-level=${level}>${text}</div>`;

const TABLE: [written: string, expected: string][] = [
  ["# One\n\n### Three", heading(3, "One") + heading(5, "Three")],
  ["**b** *i* ***both*** ~~s~~ `c`", "<p><b>b</b> <i>i</i> <i><b>both</b></i> <s>s</s> <code>c</code></p>"],
  ["one\ntwo", "<p>one<br></br>two</p>"],
  [
    "[a](https://a.example) <https://b.example>",
    "<p><a href=https://a.example>a</a> <a href=https://b.example>https://b.example</a></p>",
  ],
  ["[a](javascript:alert(1))", "<p><span>a</span></p>"],
  ["[a](https://a.example?a=1&amp;b=2)", "<p><a href=https://a.example?a=1&b=2>a</a></p>"],
  ["![words](https://a.example/p.png)", "<p><a href=https://a.example/p.png>words</a></p>"],
  ["<b>x</b> <script>y</script>", "<p><b>x</b> <script>y</script></p>"],
  ["<div onclick=x>", "<p><div onclick=x></p>"],
  ["&copy; &lt; &#65; &#x42; &nope; &#0;", "<p>© < A B &nope; \ufffd</p>"],
  ["a &amp;lt; b", "<p>a &lt; b</p>"],
  ["\\*a\\*", "<p>*a*</p>"],
  ["- a\n- b\n  1. c", "<ul><li>a</li><li>b<ol start=1><li>c</li></ol></li></ul>"],
  ["3. a\n4. b", "<ol start=3><li>a</li><li>b</li></ol>"],
  [
    "- [x] a\n- [ ] b",
    "<ul><li><span></span><span>Done: </span>a</li><li><span></span><span>To do: </span>b</li></ul>",
  ],
  ["> a\n>\n> > b", "<blockquote><p>a</p><blockquote><p>b</p></blockquote></blockquote>"],
  ["```python\n<b>&amp;</b>\n```", "<pre><code><b>&amp;</b></code></pre>"],
  ["---", "<hr></hr>"],
  ["<@U1> and <#C1|sales>, <!here>", "<p>[Person U1] and [Channel C1 sales], [Broadcast here]</p>"],
  [":tada: 10:30:00", "<p>:tada: 10:30:00</p>"],
  ["a **b", "<p>a **b</p>"],
  ["", ""],
];

for (const [written, expected] of TABLE) {
  test(`markdown: ${JSON.stringify(written)}`, () => assert.equal(shown(written), expected));
}

test("a table keeps its heads and its cells", () => {
  const found = shown("| a | b |\n|---|--:|\n| **1** | 2 |");
  assert.equal(
    found,
    "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td><b>1</b></td><td>2</td></tr></tbody></table>",
  );
});

test("every letter of a text is kept, in its order, however it is marked", () => {
  const letters = (text: string) => text.replace(/(?:Done|To do): /g, "").replace(/[^abcé字]/g, "");
  for (const text of drawn(
    ["*", "**", "_", "~", "`a`", " ", "\n", "\n\n", "# ", "- ", "> ", "a", "b", "c", "é", "字"],
    2000,
    30,
  )) {
    assert.equal(letters(words(shown(text))), letters(text), JSON.stringify(text));
  }
});

test("whatever comes is read", { timeout: 60_000 }, () => {
  const signs = [
    "<",
    ">",
    "[",
    "](",
    ")",
    "!",
    "|",
    "\n|-|\n",
    "&",
    "#",
    "amp;",
    "*",
    "```",
    "\ud800",
    ":",
    "\n",
    "  ",
    "- [ ] ",
    "\\",
    "a",
    "\t",
  ];
  for (const text of drawn(signs, 3000, 40)) assert.equal(typeof shown(text), "string");
});

test("a text that is cut anywhere can be shown, as a stream is", () => {
  const whole = "# H\n\n- **a** [b](https://a.example)\n\n| a | b |\n|---|---|\n| `c` | <@U1> |\n\n```js\nx\n```\n> q";
  for (let end = 0; end <= whole.length; end += 1) assert.equal(typeof shown(whole.slice(0, end)), "string");
});
