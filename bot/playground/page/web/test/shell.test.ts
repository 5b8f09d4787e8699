/** The shell promises: what is typed is sent as Slack sends it and reads back, what is begun is completed. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import type { App, Channel, Message, Person } from "../src/protocol";
import { commandOf, offered, usageOf } from "../src/shell/completion";
import { appOf, authorOf, isOfApp } from "../src/shell/names";
import { isUnread, lastRead, markRead, watch } from "../src/shell/reads";
import { asSent, asTyped, spokenOf, wordsOf } from "../src/shell/typed";
import { dayOf, lately, sameDay } from "../src/shell/when";
import { take } from "../src/store";

const person = (id: string, name: string, real_name: string, app: string | null = null): Person => ({
  id,
  team: "T1",
  name,
  real_name,
  is_bot: app !== null,
  is_admin: false,
  is_guest: false,
  tz: "UTC",
  app,
});
const channel = (id: string, name: string, more: Partial<Channel> = {}): Channel => ({
  id,
  name,
  is_im: false,
  is_mpim: false,
  is_private: false,
  is_shared: false,
  is_archived: false,
  topic: "",
  purpose: "",
  is_member: true,
  members: [],
  app: null,
  latest: "",
  threads: {},
  ...more,
});
const app = (id: string, name: string, command: string, more: Partial<App> = {}): App => ({
  id,
  name,
  description: "",
  bot_user: `U${id}`,
  dm: `D${id}`,
  connections: 1,
  revoked: false,
  has_home: true,
  has_messages: true,
  is_writable: true,
  is_agent: false,
  suggested: [],
  shortcuts: [],
  commands: [{ command, description: "Does it", usage_hint: "[name]" }],
  ...more,
});
const message = (more: Partial<Message>): Message => ({
  channel: "C1",
  ts: "1700000000.000100",
  user: "U1",
  text: "",
  chunks: [],
  broadcast: false,
  state: {},
  ...more,
});

beforeEach(() =>
  take({
    set: {
      "person/U1": person("U1", "ann", "Ann Lee"),
      "person/U2": person("U2", "ann.b", "Ann Berg"),
      "person/UA1": person("UA1", "helper", "Helper", "A1"),
      "channel/C1": channel("C1", "sales", { topic: "Deals" }),
      "channel/C2": channel("C2", "old-sales", { is_archived: true }),
      "app/A1": app("A1", "Helper", "/help-me"),
      "app/A2": app("A2", "Gone", "/gone", { revoked: true }),
    },
    drop: [],
    now: 0,
  }),
);

test("a name behind an @ is sent as the link to its person, the longest name first", () => {
  assert.equal(asSent("hi @ann and @ann.b, ask @helper!"), "hi <@U1> and <@U2>, ask <@UA1>!");
});

test("what is no name is sent as it was typed", () => {
  for (const text of ["@nobody", "mail me@ann.example", "@anna", "", "a < b & c", "<@U1>"])
    assert.equal(asSent(text), text);
});

test("what Slack sends reads as a person typed it", () => {
  const cases: [string, string][] = [
    ["<@U1> in <#C1|sales>", "@ann in #sales"],
    ["<https://example.com/a?b=1&amp;c=2>", "https://example.com/a?b=1&c=2"],
    ["<http://example.com|example.com> <mailto:a@b.co|a@b.co>", "example.com a@b.co"],
    ["&lt;b&gt; &amp;amp; &amp;", "<b> &amp; &"],
    ["<!here> <!date^1^{date}|then>", "@here then"],
    ["<@U404>", "@U404"],
  ];
  for (const [sent, typed] of cases) assert.equal(asTyped(sent), typed);
});

test("a file without words is said by its title", () => {
  const file = {
    id: "F1",
    name: "a.txt",
    title: "Notes",
    mimetype: "text/plain",
    size: 1,
    page_url: "/page/file/F1/a.txt",
  };
  assert.equal(wordsOf(message({ files: [file] })), "Notes");
});

test("an app's message is known as such and carries its app, whatever name it gives itself", () => {
  const made = message({ user: "UA1", bot_id: "B1", username: "Robot" });
  assert.deepEqual([authorOf(made), appOf(made), isOfApp(made)], ["Robot", "A1", true]);
  assert.deepEqual([authorOf(message({})), appOf(message({})), isOfApp(message({}))], ["Ann Lee", null, false]);
});

test("commands are completed at the begin of a text only, and where there are commands", () => {
  assert.deepEqual(
    offered("/he", 3, {}, true)?.offers.map((one) => one.insert),
    ["/help-me "],
  );
  assert.equal(offered("say /he", 7, {}, true), null);
  assert.equal(offered("/he", 3, {}, false), null);
  assert.equal(offered("/go", 3, {}, true), null);
});

test("a command belongs to the app whose manifest has it, and says how it is used once it is typed", () => {
  assert.equal(commandOf("/help-me now")?.app?.id, "A1");
  assert.equal(commandOf("/gone now")?.app, null);
  assert.equal(commandOf(" /help-me"), null);
  assert.equal(usageOf("/help-me n"), "/help-me [name]");
  assert.equal(usageOf("/help-me"), null);
});

test("people are found by each of their names, and what is begun is replaced as a whole", () => {
  const found = offered("hi @be", 6, {}, true);
  assert.deepEqual([found?.start, found?.end, found?.offers.map((one) => one.insert)], [3, 6, ["@ann.b "]]);
  assert.deepEqual(offered("@", 1, {}, true)?.offers.length, 3);
});

test("channels that are archived are not offered, and an address is no mention", () => {
  assert.deepEqual(
    offered("#sal", 4, {}, true)?.offers.map((one) => one.insert),
    ["#sales "],
  );
  assert.equal(offered("me@an", 5, {}, true), null);
});

test("emoji are offered from two letters on, those that begin so first", () => {
  const emoji = { upside_tada: "U", tada: "T" };
  assert.equal(offered(":t", 2, emoji, true), null);
  assert.deepEqual(
    offered(":tad", 4, emoji, true)?.offers.map((one) => one.insert),
    [":tada: ", ":upside_tada: "],
  );
  assert.equal(offered("at 10:30", 8, emoji, true), null);
});

test("what one person has read is unread for another, and reading never goes back", () => {
  assert.equal(isUnread("U1", "C1", ""), false);
  markRead("U1", "C1", "5.0");
  markRead("U1", "C1", "4.0");
  assert.deepEqual(
    [lastRead("U1", "C1"), isUnread("U1", "C1", "5.0"), isUnread("U1", "C1", "6.0")],
    ["5.0", false, true],
  );
  assert.equal(isUnread("U2", "C1", "5.0"), true);
});

test("what comes while a place is looked at is read as it comes, and what comes later is not", () => {
  const leave = watch("U1", "C7");
  assert.equal(isUnread("U1", "C7", "7.0"), false);
  markRead("U1", "C7", "7.0");
  leave();
  assert.deepEqual([isUnread("U1", "C7", "7.0"), isUnread("U1", "C7", "8.0")], [false, true]);
});

test("days are named as people name them", () => {
  const now = Date.now() / 1000;
  assert.equal(dayOf(String(now)), "Today");
  assert.equal(dayOf(String(now - 86_400)), "Yesterday");
  assert.match(dayOf("1500000000.0"), /2017$/);
  assert.match(lately(String(now)), /^today at /);
  assert.equal(sameDay(String(now), String(now)), true);
});

test("what is spoken of a message leaves the signs of its style out, and nothing else", () => {
  const cases = [
    ["*Acme: still open* At worst _disqualified_", "Acme: still open At worst disqualified"],
    ["*_both_* and `code`", "both and code"],
    ["2 * 3 * 4, snake_case_name and *", "2 * 3 * 4, snake_case_name and *"],
  ] as const;
  for (const [text, spoken] of cases) assert.equal(spokenOf(message({ text })), spoken);
});
