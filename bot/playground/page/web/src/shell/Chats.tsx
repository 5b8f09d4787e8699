/** Chats: the chats with an assistant by their titles, the newest first, and the way to a new one. */

import { useEffect, useState } from "preact/hooks";
import { startChat } from "../acts";
import type { App, Channel, Message } from "../protocol";
import { all, useParts } from "../store";
import { beside } from "./beside";
import { sentenceOf, useShell } from "./shell";
import { timeOf } from "./when";
import "./Chats.css";

export const isChat = (message: Message | undefined): boolean => message?.subtype === "assistant_app_thread";

const newestFirst = (one: Message, other: Message) => (one.ts < other.ts ? 1 : -1);

function useChats(channel: Channel): Message[] {
  return useParts([`message/${channel.id}/`], () => all("message", `${channel.id}/`).filter(isChat).sort(newestFirst));
}

function useStart(app: App): [boolean, (how: "push" | "replace") => void] {
  const { person, go, trouble } = useShell();
  const [isBusy, busy] = useState(false);
  const start = (how: "push" | "replace") => {
    busy(true);
    startChat({ person, app: app.id }, beside(person))
      .then(({ ts }) => go({ channel: app.dm, tab: "messages", thread: ts }, how))
      .catch((error) => trouble(sentenceOf(error)))
      .finally(() => busy(false));
  };
  return [isBusy, start];
}

/** As in Slack, whoever opens an assistant for the first time finds a chat begun. */
export function Chats({ app, channel }: { app: App; channel: Channel }) {
  const { go } = useShell();
  const chats = useChats(channel);
  const [, start] = useStart(app);
  const isReached = app.is_writable && !app.revoked && app.connections !== 0;
  useEffect(() => {
    if (isReached && chats.length === 0) start("replace");
  }, [isReached]);
  return (
    <section class="chats" aria-label={`Chats with ${app.name}`}>
      <h3>Chats</h3>
      {chats.length === 0 && (
        <p>{isReached ? "The first chat begins." : `${app.name} is not connected: start it to begin a chat.`}</p>
      )}
      <ul>
        {chats.map((one) => (
          <li key={one.ts}>
            <button type="button" onClick={() => go({ channel: channel.id, tab: "messages", thread: one.ts })}>
              <span>{one.text}</span>
              <time>{timeOf(one.latest_reply ?? one.ts)}</time>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What stands in place of the composer: whatever is said to an assistant is said in a chat. */
export function NewChat({ app }: { app: App }) {
  const [isBusy, start] = useStart(app);
  return (
    <div class="instead">
      <span>
        You talk to <b>{app.name}</b> in chats.
      </span>
      <button type="button" class="button button-primary" disabled={isBusy} onClick={() => start("push")}>
        New chat
      </button>
    </div>
  );
}
