/**
 * Trace: what was delivered to apps, each with the calls that followed it until the next delivery to the same app.
 *
 * What an app is told of its own doing, as of a message that it posted, begins nothing: it belongs to what went on.
 */

import type { Call, Exchange, Json } from "../protocol";

/** One delivery and what came after it; or the calls that came before the first one. */
export interface Answer {
  /** The same for as long as the server runs. */
  key: string;
  app: string;
  exchange: Exchange | null;
  calls: Call[];
  /** What the app was told meanwhile of its own doing. */
  echoes: Exchange[];
  /** When it began, in seconds since 1970. */
  from: number;
  /** How long it took until the last call was answered, or until it was acknowledged. */
  total: number;
  problems: Problem[];
}

/** Something that a developer has to look at. */
export interface Problem {
  kind: "failed" | "refused" | "dangerous";
  /** The method, or what was delivered. */
  where: string;
  pointer: string;
  why: string;
}

/** What a problem is called, for those who cannot tell by its colour. */
export const KINDS: Record<Problem["kind"], string> = {
  failed: "Failed",
  refused: "Refused",
  dangerous: "Dangerous",
};

/** Whether a call carried or made the message that is asked about. */
export function isAbout(call: Call, message: { channel: string; ts: string }): boolean {
  const { arguments: given, response: said, made } = call;
  if (made) return made.channel === message.channel && made.ts === message.ts;
  const stamps = [given?.ts, given?.message_ts, said?.ts, said?.message_ts, said?.message?.ts];
  // A message may be posted to a person: the channel is told in the answer then, or nowhere.
  const channels = [given?.channel, said?.channel].filter((one) => typeof one === "string" && !/^[UW]/.test(one));
  return stamps.includes(message.ts) && (channels.length === 0 || channels.includes(message.channel));
}

/** The message that a call made or changed, where it did and the message may be there still. */
export function messageOf(call: Call): { channel: string; ts: string; thread: string | null } | null {
  const { arguments: given, response: said } = call;
  if (call.made) return { ...call.made, thread: null };
  if (!call.ok || !call.method.startsWith("chat.") || call.method === "chat.delete") return null;
  const channel: Json = said?.channel ?? given?.channel;
  const ts: Json = said?.ts ?? said?.message_ts;
  const thread: Json = said?.message?.thread_ts ?? given?.thread_ts;
  if (typeof channel !== "string" || typeof ts !== "string") return null;
  return { channel, ts, thread: typeof thread === "string" && thread !== ts ? thread : null };
}

const SAID = 80;

/** What tells a delivery from others of its name: what was written, pressed or submitted. */
export function detailOf({ envelope }: Exchange): string {
  const { event, actions, view, callback_id, action_id, text } = envelope ?? {};
  const pressed = Array.isArray(actions) ? actions.map((one: Json) => one?.action_id).join(", ") : undefined;
  const said =
    pressed ?? view?.callback_id ?? callback_id ?? action_id ?? event?.text ?? event?.reaction ?? event?.tab ?? text;
  return typeof said === "string" ? said.slice(0, SAID) : "";
}

/** Every delivery with its calls, the newest first; the calls before the first delivery to an app last. */
export function trace(exchanges: readonly Exchange[], calls: readonly Call[], bots: readonly string[] = []): Answer[] {
  const found: Answer[] = [];
  for (const app of new Set([...exchanges, ...calls].map((one) => one.app))) {
    const sent = exchanges.filter((one) => one.app === app).sort((a, b) => a.number - b.number);
    const begun = sent.filter((one) => !isEcho(one, bots));
    const made = calls.filter((one) => one.app === app).sort((a, b) => a.number - b.number);
    const within = (from: number, to: number) => ({
      calls: made.filter((one) => one.at >= from && one.at < to),
      echoes: sent.filter((one) => !begun.includes(one) && one.sent_at >= from && one.sent_at < to),
    });
    const early = within(-Infinity, begun[0]?.sent_at ?? Infinity);
    if (early.calls.length || early.echoes.length) found.push(answer(app, null, early));
    begun.forEach((one, at) => found.push(answer(app, one, within(one.sent_at, begun[at + 1]?.sent_at ?? Infinity))));
  }
  return found.sort((a, b) => b.from - a.from || (b.exchange?.number ?? 0) - (a.exchange?.number ?? 0));
}

/** Whether it tells an app of its own doing. */
function isEcho({ kind, envelope, app }: Exchange, bots: readonly string[]): boolean {
  const event = kind === "events_api" ? envelope?.event : null;
  if (!event) return false;
  return (
    [event.app_id, event.message?.app_id, event.previous_message?.app_id].includes(app) || bots.includes(event.user)
  );
}

function answer(app: string, exchange: Exchange | null, { calls, echoes }: Pick<Answer, "calls" | "echoes">): Answer {
  const from = exchange?.sent_at ?? calls[0]?.at ?? echoes[0]?.sent_at ?? 0;
  const ends = [exchange?.seconds ?? 0, ...calls.map((call) => call.at + call.seconds - from)];
  const failed = [exchange, ...echoes].flatMap((one) => (one ? exchangeProblems(one) : []));
  return {
    key: exchange ? `exchange ${exchange.number}` : `start ${app}`,
    app,
    exchange,
    calls,
    echoes,
    from,
    total: Math.max(...ends),
    problems: worstFirst([...failed, ...calls.flatMap(callProblems)]),
  };
}

const worstFirst = (problems: Problem[]): Problem[] => {
  const order = Object.keys(KINDS);
  return problems.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
};

/** What is wrong with a delivery: that it was not acknowledged. */
export function exchangeProblems({ name, failure }: Exchange): Problem[] {
  return failure ? [{ kind: "failed", where: name, pointer: "", why: failure }] : [];
}

/** What is wrong with a call: what the rules found, or else the error that it was answered with. */
export function callProblems(call: Call): Problem[] {
  const found = call.faults.map(({ pointer, why, refused }): Problem => {
    return { kind: refused ? "refused" : "dangerous", where: call.method, pointer, why: why.replace(/^hazard: /, "") };
  });
  if (!call.ok && !found.some((one) => one.kind === "refused")) {
    found.unshift({ kind: "refused", where: call.method, pointer: "", why: call.error ?? "without a reason" });
  }
  return found;
}
