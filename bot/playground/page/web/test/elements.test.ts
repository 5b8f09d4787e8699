/** What is chosen and typed becomes the values that are sent, and what is kept is shown as it was chosen. */

import assert from "node:assert/strict";
import test from "node:test";
import { choicesOf, fitting, people, places } from "../src/elements/choices";
import { namesOf, wordsOf } from "../src/elements/names";
import { richOf, typedOf } from "../src/elements/richText";
import { bare, kept } from "../src/elements/values";
import { take } from "../src/store";

const text = (words: string, style?: object) => ({ type: "text", text: words, ...(style ? { style } : {}) });
const code = text("*c*", { code: true });
const section = (...elements: object[]) => ({ type: "rich_text_section", elements });
const list = (style: string, indent: number, ...items: string[]) => {
  return { type: "rich_text_list", style, indent, border: 0, elements: items.map((item) => section(text(item))) };
};

const TABLE: [typed: string, expected: object[]][] = [
  ["plain", [section(text("plain"))]],
  ["*bold* start", [section(text("bold", { bold: true }), text(" start"))]],
  ["_a_ ~b~ `*c*`", [section(text("a", { italic: true }), text(" "), text("b", { strike: true }), text(" "), code)]],
  ["*_both_*", [section(text("both", { bold: true, italic: true }))]],
  ["snake_case_word 2*3*4", [section(text("snake_case_word 2*3*4"))]],
  ["*open", [section(text("*open"))]],
  ["**two**", [section(text("**two**"))]],
  ["- a\n- b\nafter", [list("bullet", 0, "a", "b"), section(text("after"))]],
  ["- a\n  1. b", [list("bullet", 0, "a"), list("ordered", 1, "b")]],
  ["> a\n> b", [{ type: "rich_text_quote", elements: [text("a\nb")] }]],
  ["```\n*x*\n```", [{ type: "rich_text_preformatted", elements: [text("*x*")] }]],
  ["see https://a.example/b_c.", [section(text("see "), { type: "link", url: "https://a.example/b_c" }, text("."))]],
  ["<https://a.example|here>", [section({ type: "link", url: "https://a.example", text: "here" })]],
  ["<@U1> :wave:", [section({ type: "user", user_id: "U1" }, text(" "), { type: "emoji", name: "wave" })]],
];

for (const [typed, elements] of TABLE) {
  test(`What is typed as ${JSON.stringify(typed)} is rich text, and is shown again as it was typed.`, () => {
    assert.deepEqual(richOf(typed), { type: "rich_text", elements });
    const again = richOf(typedOf({ type: "rich_text", elements }));
    assert.deepEqual(again, { type: "rich_text", elements });
  });
}

test("Nothing typed is no value.", () => {
  assert.deepEqual(["", "  \n ", "> ", "```"].map(richOf), [null, null, null, null]);
});

test("Whatever is typed is rich text without an exception, and no word of it is lost.", () => {
  const signs = [..."*_~`ab >-1.\n:<@|#/ "];
  let seed = 7;
  const next = (most: number) => (seed = (seed * 48271) % 2147483647) % most;
  for (let count = 0; count < 20_000; count++) {
    const typed = Array.from({ length: next(24) }, () => signs[next(signs.length)]).join("");
    const found = JSON.stringify(richOf(typed) ?? {}).match(/(?<="(?:text|url|name)":")[^"]*/g) ?? [];
    assert.equal(found.join("").replace(/[^ab]/g, ""), typed.replace(/[^ab]/g, ""), JSON.stringify(typed));
  }
});

const option = (value: string) => ({ text: { type: "plain_text", text: value.toUpperCase() }, value });

const VALUES: [element: object, state: object | undefined, expected: unknown][] = [
  [{ type: "static_select", initial_option: option("a") }, undefined, "a"],
  [{ type: "static_select", initial_option: option("a") }, { type: "static_select", selected_option: null }, null],
  [{ type: "multi_static_select" }, { selected_options: [option("a"), option("b")] }, ["a", "b"]],
  [{ type: "users_select", initial_user: "U1" }, undefined, "U1"],
  [{ type: "datetimepicker", initial_date_time: 1_700_000_000 }, undefined, 1_700_000_000],
  [{ type: "plain_text_input" }, undefined, null],
  [{ type: "file_input" }, { files: [{ id: "F1", name: "a.pdf" }] }, ["F1"]],
  [{ type: "rich_text_input", initial_value: { type: "rich_text" } }, undefined, { type: "rich_text" }],
  [{ type: "button" }, undefined, null],
];

test("A value is what the server keeps, else what it began with, as it is sent.", () => {
  for (const [element, state, expected] of VALUES) assert.deepEqual(bare(kept(element, state)), expected);
});

test("Each word that was typed is looked for in the words, the description and the heading of a choice.", () => {
  const groups = [{ label: { type: "plain_text", text: "Fruit" }, options: [option("apple"), option("pear")] }];
  const found = (typed: string) => fitting(choicesOf({ option_groups: groups }), typed).map((choice) => choice.value);
  assert.deepEqual([found(""), found("fruit PE"), found("leek")], [["apple", "pear"], ["pear"], []]);
});

test("Only what passes the filter of a select is offered.", () => {
  const channel = (id: string, more: object) => {
    return {
      id,
      name: id,
      is_im: false,
      is_mpim: false,
      is_private: false,
      is_shared: false,
      is_archived: false,
      app: null,
      ...more,
    };
  };
  const channels = [
    channel("open", {}),
    channel("closed", { is_private: true }),
    channel("shared", { is_shared: true }),
    channel("old", { is_archived: true }),
    channel("bot", { is_im: true, app: "A1" }),
  ];
  take({ set: Object.fromEntries(channels.map((one) => [`channel/${one.id}`, one])), drop: [], now: 0 });
  const offered = (element: object) => places(element).map((choice) => choice.value);
  const select = { type: "conversations_select" };
  assert.deepEqual(offered(select), ["bot", "closed", "open", "shared"]);
  assert.deepEqual(offered({ type: "multi_channels_select" }), ["open", "shared"]);
  assert.deepEqual(offered({ ...select, filter: { include: ["private", "im"] } }), ["bot", "closed"]);
  assert.deepEqual(offered({ ...select, filter: { exclude_bot_users: true } }), ["closed", "open", "shared"]);
  const inside = { ...select, filter: { exclude_external_shared_channels: true } };
  assert.deepEqual(offered(inside), ["bot", "closed", "open"]);
  assert.deepEqual(people(), []);
});

test("An input is called by its label; what stands alone by its section, and its own words.", () => {
  const select = { type: "static_select", placeholder: { type: "plain_text", text: "Pick" } };
  const asking = { type: "section", text: { type: "mrkdwn", text: "*Which* <https://a.example|one> &amp; why?" } };
  assert.deepEqual(namesOf(select, asking, undefined), { "aria-label": "Which one & why?: Pick" });
  assert.deepEqual(namesOf({ type: "overflow" }, { type: "actions" }, undefined), { "aria-label": "More actions" });
  const wrong = { "aria-labelledby": "label-b", "aria-describedby": "about-b", "aria-invalid": true };
  assert.deepEqual(namesOf(select, { type: "input", block_id: "b" }, "Too long"), wrong);
  assert.equal(wordsOf({ type: "plain_text", text: "*as it is*" }), "*as it is*");
});
