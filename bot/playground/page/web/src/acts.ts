/** Acts: what the person does, sent to the server. The server checks what Slack's client checks. */

import type { Json, State } from "./protocol";
import { ask as askOpen, isOpen } from "./store";

/** Said by the server where the person cannot do that; its message is a sentence for them. */
export class Refused extends Error {}

/** Where something interactive stands: in a message, or in a modal or a Home tab. */
export type Shown = { channel: string; ts: string } | { view: string };

/** What came of handing a form in. */
export interface Submitted {
  ok: boolean;
  /** What is wrong, next to which block, by block id. */
  errors: Record<string, string>;
  /** What Slack says where the app did not acknowledge. */
  trouble: string | null;
}

export interface Options {
  options: Json[];
  option_groups: Json[];
}

/** Who acts, towards which app. */
export interface Actor {
  person: string;
  /** An app id; null for what is towards no app in particular. */
  app: string | null;
}

const SILENT = "The local Slack does not answer. Is it still running?";

/** Over the open connection, which is quicker; else posted. What was sent once is never sent again the other way. */
async function ask(asked: Json): Promise<Json> {
  const text = JSON.stringify(asked);
  if (!isOpen(text)) return post(text);
  const answer = await askOpen(asked);
  if (answer?.status !== 200) throw new Refused(answer?.found?.error ?? SILENT);
  return answer.found;
}

async function post(text: string): Promise<Json> {
  const headers = { "content-type": "application/json" };
  const answer = await fetch("/control/act", { method: "POST", headers, body: text });
  const found = await answer.json().catch(() => null);
  if (!answer.ok) throw new Refused(found?.error ?? SILENT);
  return found;
}

/** Do something by the name of an act. */
export function act(who: Actor, name: string, given: Json = {}): Promise<Json> {
  return ask({ person: who.person, app: who.app, act: name, arguments: given });
}

export const say = (who: Actor, channel: string, text: string, thread: string | null) =>
  act(who, "say", { channel, text, thread });
export const command = (who: Actor, line: string, channel: string) => act(who, "command", { line, channel });
export const edit = (who: Actor, message: Shown, text: string) => act(who, "edit", { message, text });
/** Take a message of one's own away; dismiss one that only this person sees. */
export const remove = (who: Actor, message: Shown) => act(who, "delete", { message });
export const react = (who: Actor, message: Shown, emoji: string) => act(who, "react", { message, emoji });
export const unreact = (who: Actor, message: Shown, emoji: string) => act(who, "unreact", { message, emoji });
export const pin = (who: Actor, message: Shown, pinned: boolean) => act(who, "pin", { message, pinned });
export const shortcut = (who: Actor, message: Shown | null, callback_id: string) =>
  act(who, "shortcut", { message, callback_id });
export const invite = (who: Actor, channel: string) => act(who, "invite", { channel });
export const join = (who: Actor, channel: string) => act(who, "join", { channel });
export const openHome = (who: Actor) => act(who, "open_home");
export const openMessages = (who: Actor) => act(who, "open_messages");
/** Tell an assistant which channel is looked at beside a chat with it. */
export const lookAt = (who: Actor, channel: string) => act(who, "look_at", { channel });
/** Begin a chat with an assistant, with what is looked at beside it; the message that it begins with. */
export const startChat = (who: Actor, beside: string | null): Promise<{ channel: string; ts: string }> =>
  act(who, "start_chat", { beside });
export const stop = (who: Actor, channel: string, thread: string) => act(who, "stop", { channel, thread });
export const close = (who: Actor, view: string, everything: boolean) =>
  act(who, "close", { view: { view }, everything });
/** Post a file; its content in base64. */
export const upload = (
  who: Actor,
  channel: string,
  name: string,
  content: string,
  text: string,
  thread: string | null,
) => act(who, "upload", { channel, name, content_base64: content, text, thread });

/**
 * Press or choose exactly one element: a button without a value, everything else with its value.
 *
 * A value is the `value` of an option, a list of them, an id, a list of them, a date, a time, seconds, a text, or null
 * for nothing. `which` says which half of a pair of feedback buttons was pressed: positive or negative.
 */
export const press = (who: Actor, shown: Shown, block: string, action: string, value?: Json, which?: string) =>
  act(who, "press", {
    shown,
    block_id: block,
    action_id: action,
    ...(value === undefined ? {} : { value }),
    ...(which === undefined ? {} : { which }),
  });
/** What the app offers for what was typed into a select that asks it. */
export const suggest = (who: Actor, shown: Shown, block: string, action: string, text: string): Promise<Options> =>
  act(who, "suggest", { shown, block_id: block, action_id: action, text });
/** Fill a modal in and submit it; the values as in `press`, by block and action id. What is wrong comes as errors. */
export const handIn = (who: Actor, view: string, values: State): Promise<Submitted> =>
  act(who, "hand_in", { view: { view }, values });
/** Put a file into a file input; returns its id, which is then part of the input's value. */
export const attach = (
  who: Actor,
  view: string,
  name: string,
  content: string,
): Promise<{ id: string; name: string }> => act(who, "attach", { view: { view }, name, content_base64: content });
