/** Dates, emoji, charts and rich text: what is read of them, and what is not there. */

import assert from "node:assert/strict";
import test from "node:test";
import { createElement } from "preact";
import { gathered } from "../src/blocks/Chunks";
import { scaleOf, slicesOf, plotOf } from "../src/blocks/chart/data";
import { dated } from "../src/text/dates";
import { safe } from "../src/text/links";
import { RichText } from "../src/text/RichText";
import { drawn, show } from "./show";

const AT = new Date(2026, 1, 3, 15, 4, 5).getTime();
const DAY = 86_400_000;

const DATES: [template: string, expected: string][] = [
  ["{date_num}", "2026-02-03"],
  ["{date_slash}", "02/03/2026"],
  ["{date}", "February 3rd, 2026"],
  ["{date_short}", "Feb 3, 2026"],
  ["{date_long}", "Tuesday, February 3rd, 2026"],
  ["{date_long_full}", "February 3, 2026"],
  ["{time}", "3:04 PM"],
  ["{time_secs}", "3:04:05 PM"],
  ["on {date_num} at {time}", "on 2026-02-03 at 3:04 PM"],
  ["{nothing}", "{nothing}"],
];

for (const [template, expected] of DATES) {
  test(`a date as ${template}`, () => assert.equal(dated(AT / 1000, template, AT), expected));
}

test("a pretty date says how near it is, at the beginning with a capital", () => {
  assert.equal(dated(AT / 1000, "{date_pretty} at {time}", AT), "Today at 3:04 PM");
  assert.equal(dated(AT / 1000, "due {date_short_pretty}", AT + DAY), "due yesterday");
  assert.equal(dated(AT / 1000, "{date_long_pretty}", AT - DAY), "Tomorrow");
  assert.equal(dated(AT / 1000, "{date_short_pretty}", AT + 9 * DAY), "Feb 3, 2026");
  assert.equal(dated(AT / 1000, "{day_divider_pretty}", AT + 9 * DAY), "Tuesday, February 3rd");
  assert.equal(dated(AT / 1000, "{ago}", AT + 3 * 3_600_000), "3 hours ago");
});

test("a time that is none has no date", () => {
  for (const seconds of [NaN, Infinity, 1e300]) assert.equal(dated(seconds, "{date}"), undefined);
});

test("only addresses of the web and of mail may be followed", () => {
  assert.deepEqual(["https://a.b", "HTTP://a", "mailto:a@b"].map(safe), ["https://a.b", "HTTP://a", "mailto:a@b"]);
  assert.deepEqual(
    ["javascript:x", " javascript:x", "data:x", "//a.b", "/a", "a", "", null, 3].map(safe),
    Array(9).fill(null),
  );
});

test("an axis holds every value and nothing, by round steps", () => {
  for (const values of [[], [0], [5], [-5], [1, 2, 3], [-10, 82], [0.001, 0.002], [1e9, -3], [9, 9]]) {
    const { low, high, ticks } = scaleOf(values);
    assert.ok(low <= Math.min(0, ...values) && high >= Math.max(0, ...values) && low < high, String(values));
    assert.ok(ticks.includes(0) && ticks.length >= 2 && ticks.length <= 8, `${values}: ${ticks}`);
  }
});

test("charts of a stranger's app are read as far as they can be", () => {
  assert.deepEqual(slicesOf({ segments: [null, { value: -1 }, { label: "a", value: 2 }, 3] }), [
    { label: "a", value: 2 },
  ]);
  const plot = plotOf({ series: [{ name: "s", data: [null, { label: "b", value: "x" }] }, 1] });
  assert.deepEqual(
    plot.series.map((one) => one.name),
    ["s"],
  );
  for (const odd of [null, 1, "x", [], {}, { series: 3 }, { series: [{}] }])
    assert.equal(typeof plotOf(odd).across, "string");
});

const rich = (...elements: unknown[]) => show(createElement(RichText, { block: { type: "rich_text", elements } }));
const section = (...elements: unknown[]) => ({ type: "rich_text_section", elements });

test("rich text is never read for markup", () => {
  assert.equal(rich(section({ type: "text", text: "*a* <@U1> &amp;" })), "<div><div>*a* <@U1> &amp;</div></div>");
});

test("pieces of rich text have their style", () => {
  const found = rich(
    section({
      type: "text",
      text: "a",
      style: { bold: true, italic: true, strike: true, code: true, underline: true },
    }),
  );
  assert.equal(found, "<div><div><b><i><s><u><code>a</code></u></s></i></b></div></div>");
});

test("ordered lists begin where they say", () => {
  const list = {
    type: "rich_text_list",
    style: "ordered",
    offset: 2,
    elements: [section({ type: "text", text: "c" })],
  };
  assert.equal(rich(list), "<div><ol start=3><li>c</li></ol></div>");
});

test("rich text of a stranger's app is shown as far as it can be", () => {
  const odd = [
    null,
    1,
    "x",
    [],
    {},
    { type: "rich_text_list", elements: [null, 3] },
    section(null, { type: "date" }, { type: "color", value: "red;x" }),
    section({ type: "link", url: "javascript:x", text: "no" }),
    { type: "rich_text_list", indent: -4, elements: 3 },
  ];
  assert.match(rich(...odd), /<span>no<\/span>/);
});

test("of a task in a stream the latest word counts, and what it does not say again stays", () => {
  const { tasks, title, blocks } = gathered([
    { type: "task_update", id: "1", title: "Read", status: "in_progress", details: "notes" },
    { type: "plan_update", title: "Old" },
    null,
    { type: "task_update", id: "2", title: "Write", status: "pending" },
    { type: "task_update", id: "1", title: "Read", status: "complete", details: null, output: "three" },
    { type: "blocks", blocks: [{ type: "divider" }] },
    { type: "plan_update", title: "New" },
  ]);
  assert.deepEqual(
    tasks.map((one) => [one.task_id, one.status, one.details, one.output]),
    [
      ["1", "complete", "notes", "three"],
      ["2", "pending", undefined, undefined],
    ],
  );
  assert.deepEqual([title, blocks], ["New", [{ type: "divider" }]]);
});

test("drawn strings are the same at each run", () => {
  assert.deepEqual([...drawn(["a", "b"], 5, 9)], [...drawn(["a", "b"], 5, 9)]);
});
