/** The side panels: which calls belong to which delivery, what is wrong, and which names stand on the screen. */

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Call, Exchange, Json, Message } from "../src/protocol";
import { onScreen } from "../src/side/screen";
import { callProblems, detailOf, isAbout, messageOf, trace } from "../src/side/trace";
import { lasting } from "../src/side/words";

const exchange = (number: number, sent_at: number, more: Partial<Exchange> = {}): Exchange => ({
  number,
  sent_at,
  kind: "interactive",
  name: "block_actions",
  app: "A",
  envelope: {},
  answer: null,
  seconds: 0.1,
  tries: 1,
  failure: null,
  ...more,
});
const call = (number: number, at: number, more: Partial<Call> = {}): Call => ({
  number,
  at,
  method: "chat.postMessage",
  app: "A",
  seconds: 0.2,
  ok: true,
  error: null,
  arguments: {},
  response: {},
  faults: [],
  ...more,
});
const shape = (exchanges: Exchange[], calls: Call[], bots: string[] = []) =>
  trace(exchanges, calls, bots).map((one) => [
    one.exchange?.number ?? null,
    one.calls.map((each) => each.number),
    one.echoes.map((each) => each.number),
  ]);

test("calls belong to the delivery before them, the newest delivery first, those before any last", () => {
  const found = shape([exchange(1, 10), exchange(2, 20)], [call(1, 5), call(2, 10), call(3, 19.9), call(4, 20)]);
  assert.deepEqual(found, [
    [2, [4], []],
    [1, [2, 3], []],
    [null, [1], []],
  ]);
});

test("calls of one app never belong to a delivery to another", () => {
  const found = shape([exchange(1, 10), exchange(2, 11, { app: "B" })], [call(1, 12), call(2, 13, { app: "B" })]);
  assert.deepEqual(found, [
    [2, [2], []],
    [1, [1], []],
  ]);
});

test("what an app is told of its own doing begins nothing", () => {
  const own = (number: number, event: Json) =>
    exchange(number, 10 + number, { kind: "events_api", envelope: { event } });
  const told = [
    exchange(1, 10),
    own(2, { app_id: "A" }),
    own(3, { message: { app_id: "A" } }),
    own(4, { user: "UBOT" }),
    own(5, { user: "U1" }),
  ];
  assert.deepEqual(shape(told, [call(1, 12.5), call(2, 16)], ["UBOT"]), [
    [5, [2], []],
    [1, [1], [2, 3, 4]],
  ]);
});

test("an answer lasts until its last call was answered", () => {
  const [found] = trace([exchange(1, 10)], [call(1, 10.5), call(2, 11)]);
  assert.ok(Math.abs(found!.total - 1.2) < 1e-9);
});

test("problems are told by their kind, what failed and was refused first, each once", () => {
  const refused = { pointer: "/a", why: "must be a string", refused: true };
  const hazard = { pointer: "/b", why: "hazard: calls everybody", refused: false };
  assert.deepEqual(
    callProblems(call(1, 1, { ok: false, error: "no_text" })).map((one) => one.why),
    ["no_text"],
  );
  assert.deepEqual(
    callProblems(call(1, 1, { ok: false, error: "x", faults: [refused] })).map((one) => one.why),
    ["must be a string"],
  );
  const [found] = trace(
    [exchange(1, 1, { failure: "late" })],
    [call(1, 1, { faults: [hazard] }), call(2, 2, { ok: false, faults: [refused] })],
  );
  assert.deepEqual(
    found!.problems.map((one) => [one.kind, one.why]),
    [
      ["failed", "late"],
      ["refused", "must be a string"],
      ["dangerous", "calls everybody"],
    ],
  );
});

test("the call that made a message is known by its time stamp in that channel", () => {
  const made = call(1, 1, { arguments: { channel: "#sales" }, response: { channel: "C1", ts: "1.2" } });
  assert.ok(isAbout(made, { channel: "C1", ts: "1.2" }));
  assert.ok(!isAbout(made, { channel: "C2", ts: "1.2" }));
  assert.ok(!isAbout(made, { channel: "C1", ts: "1.3" }));
  assert.ok(
    isAbout(call(1, 1, { arguments: { channel: "U1" }, response: { message_ts: "1.2" } }), {
      channel: "D1",
      ts: "1.2",
    }),
  );
  assert.deepEqual(messageOf(made), { channel: "C1", ts: "1.2", thread: null });
  assert.equal(messageOf(call(1, 1, { method: "views.open", response: { channel: "C1", ts: "1.2" } })), null);
});

test("a delivery is told from others by what was done", () => {
  assert.equal(detailOf(exchange(1, 1, { envelope: { actions: [{ action_id: "go" }] } })), "go");
  assert.equal(detailOf(exchange(1, 1, { envelope: { text: "stream", command: "/sink" } })), "stream");
  assert.equal(detailOf(exchange(1, 1, { envelope: null })), "");
});

test("names on the screen are found as whole words, whatever their case, in texts alone", () => {
  const message = {
    channel: "C1",
    ts: "1",
    text: "AALBORG marine: strong",
    blocks: [{ type: "section", text: { type: "mrkdwn", text: "*Zephyr Lines*" } }],
  };
  const shown = [message as unknown as Message];
  const found = onScreen(
    ["Aalborg Marine", "Zephyr Lines", "Aalborg", "Marine Zephyr", "section", "Strong Zephyr", "Line", "…"],
    shown,
  );
  assert.deepEqual([...found], ["Aalborg Marine", "Zephyr Lines", "Aalborg"]);
});

test("durations are short to read", () => {
  assert.deepEqual([0, 0.0004, 0.0123, 0.99, 1.234, 65].map(lasting), [
    "under 0.1 ms",
    "0.4 ms",
    "12 ms",
    "990 ms",
    "1.23 s",
    "65.0 s",
  ]);
});
