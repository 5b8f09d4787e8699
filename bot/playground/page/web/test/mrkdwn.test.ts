/** Slack's own markup becomes what Slack shows, and whatever is no markup stays as it was written. */

import assert from "node:assert/strict";
import test from "node:test";
import { createElement } from "preact";
import { Mrkdwn } from "../src/text/Mrkdwn";
import { Plain } from "../src/text/Plain";
import { drawn, show, words } from "./show";

const shown = (text: string, verbatim = false) =>
  show(createElement(Mrkdwn, { text, verbatim })).replace(/^<span>([\s\S]*)<\/span>$/, "$1");
const a = (url: string, label = url) => `<a href=${url}>${label}</a>`;

const TABLE: [written: string, expected: string][] = [
  ["*bold* _it_ ~gone~ `code`", "<b>bold</b> <i>it</i> <s>gone</s> <code>code</code>"],
  ["*_both_*", "<b><i>both</i></b>"],
  ["_~*all*~_", "<i><s><b>all</b></s></i>"],
  ["*a* *b*", "<b>a</b> <b>b</b>"],
  ['(*a*), "_b_"!', '(<b>a</b>), "<i>b</i>"!'],
  ["snake_case_word 2*3*4 a * b * c", "snake_case_word 2*3*4 a * b * c"],
  ["*not\nbold*", "*not\nbold*"],
  ["**two**", "**two**"],
  ["*", "*"],
  ["* a*", "* a*"],
  ["*open _shut_", "*open <i>shut</i>"],
  ["`*a* _b_`", "<code>*a* _b_</code>"],
  ["*see <https://a.example/x_y|the _site_>*", `<b>see ${a("https://a.example/x_y", "the _site_")}</b>`],
  ["> one\n> two\nthree", "<div><blockquote>one\ntwo</blockquote><div>three</div></div>"],
  ["&gt; one", "<div><blockquote>one</blockquote></div>"],
  [">>> one\n\ntwo", "<div><blockquote>one\n\ntwo</blockquote></div>"],
  ["```\n*a*\n  b &lt;\n```", "<div><pre><code>*a*\n  b <</code></pre></div>"],
  ["a\n```b```\nc", "<div><div>a</div><pre><code>b</code></pre><div>c</div></div>"],
  ["```open", "```open"],
  ["- a\n• b\n1. c", "- a\n• b\n1. c"],
  ["<@U1> <@W2|ana>", "[Person U1] [Person W2 ana]"],
  ["<#C1|sales> <#C2>", "[Channel C1 sales] [Channel C2]"],
  ["<!here> <!channel> <!everyone|@all>", "[Broadcast here] [Broadcast channel] [Broadcast everyone]"],
  ["<!subteam^S1|@team>", "[Group S1 @team]"],
  ["<!date^x^{date}|then>", "then"],
  ["<!date^99999999999999^{date}|then>", "then"],
  ["<!other|what>", "what"],
  ["<!other>", "<!other>"],
  ["<https://a.example>", a("https://a.example")],
  ["<https://a.example?a=1&amp;b=2|A &amp; B>", a("https://a.example?a=1&b=2", "A & B")],
  ["<mailto:a@b.example>", a("mailto:a@b.example", "a@b.example")],
  ["<mailto:a@b.example|Ana>", a("mailto:a@b.example", "Ana")],
  ["<javascript:alert(1)|press>", "<span>press</span>"],
  ["<data:text/html,x>", "<span>data:text/html,x</span>"],
  ["<b>x</b> <script>", "<b>x</b> <script>"],
  [
    "see https://a.example/b_c_d, or (https://a.example/x).",
    `see ${a("https://a.example/b_c_d")}, or (${a("https://a.example/x")}).`,
  ],
  ["https://a.example/(x)", a("https://a.example/(x)")],
  ["https://a.example/?a=1&amp;b=2&gt;", `${a("https://a.example/?a=1&b=2")}>`],
  ["*https://a.example*", `<b>${a("https://a.example")}</b>`],
  ["xhttps://a.example https://", "xhttps://a.example https://"],
  ["&amp; &lt; &gt; &amp;lt; &copy; &", "& < > &lt; &copy; &"],
  [":wave: :+1::skin-tone-3: :a b:", ":wave: :+1~3: :a b:"],
  ["10:30:45", "10:30:45"],
  ["", ""],
];

for (const [written, expected] of TABLE) {
  test(`mrkdwn: ${JSON.stringify(written)}`, () => assert.equal(shown(written), expected));
}

test("a verbatim text has no links but those that were written as such", () => {
  assert.equal(shown("https://a.example <https://b.example>", true), `https://a.example ${a("https://b.example")}`);
});

test("a date is shown by its template, and links where it has an address", () => {
  const found = shown("<!date^1764115200^On {date_num}^https://a.example|then>");
  assert.match(found, /^<a href=https:\/\/a\.example><time>On 2025-11-2\d<\/time><\/a>$/);
});

test("plain text stays as it was written, whatever is in it", () => {
  for (const text of ["*a* _b_ <@U1> &amp; `c`", "a\n b", "12:30", "::"]) {
    assert.equal(show(createElement(Plain, { text })), `<span>${text}</span>`);
  }
  assert.equal(show(createElement(Plain, { text: ":wave:", emoji: false })), "<span>:wave:</span>");
});

test("every letter of a text is kept, in its order, however it is marked", () => {
  const signs = ["*", "_", "~", "`", "```", " ", "\n", ">", "&gt;", ":", "a", "b", "c", "é", "字", "1"];
  const letters = (text: string) => text.replace(/&gt;/g, "").replace(/[^abcé字1]/g, "");
  for (const text of drawn(signs, 3000, 40))
    assert.equal(letters(words(shown(text))), letters(text), JSON.stringify(text));
});

test("a text without any sign that means something is shown as it is", () => {
  for (const text of drawn(
    ["a", "é", " ", "\n", ".", "(", "💥", "\u202e", "שלום", "-", "#", "|", "\t", "\0"],
    1000,
    60,
  )) {
    assert.equal(shown(text), text);
  }
});

test("whatever comes is read", () => {
  const signs = [
    "<",
    ">",
    "@U1",
    "!",
    "date^",
    "1",
    "^",
    "|",
    "{date}",
    "#C",
    "http://",
    "mailto:",
    "&",
    "amp;",
    "*",
    "`",
    "\ud800",
    ":",
    "\n",
  ];
  for (const text of drawn(signs, 5000, 30)) assert.equal(typeof shown(text), "string");
});

test("long texts of marks that nobody closes come to an end", { timeout: 20_000 }, () => {
  for (const piece of ["*a ", "*_~", "<", "`", "```", ":a", "_a*b~", "> ", "https://", "*a* ", "<!date^1^"]) {
    assert.equal(typeof shown(piece.repeat(Math.ceil(40_000 / piece.length))), "string");
  }
});
