/** Talk: the messages of a channel or a thread, what apps do there, what they suggest, and the composer. */

import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Channel, Message } from "../protocol";
import { all, part, useParts } from "../store";
import { isChat } from "./Chats";
import { Composer } from "./Composer";
import { MessageList } from "./MessageList";
import { Prompts, usePrompts, useSuggested } from "./Prompts";
import { isUnread, lastRead, markRead, watch } from "./reads";
import { usePhone, useReady, useShell } from "./shell";
import { StatusLine } from "./StatusLine";
import "./Talk.css";

export interface TalkGiven {
  channel: Channel;
  thread: string | null;
  label: string;
  /** Whom the composer writes to. */
  to: string;
  /** What stands above the first message. */
  children?: ComponentChildren;
  /** What stands in place of the composer where nobody can write. */
  instead?: ComponentChildren;
}

const isRoot = (one: Message) => !one.thread_ts || one.thread_ts === one.ts || one.broadcast;

function messagesOf(channel: string, thread: string | null): Message[] {
  const found = all("message", `${channel}/`);
  if (thread === null) return found.filter(isRoot);
  return found.filter((one) => one.ts === thread || one.thread_ts === thread);
}

/** Whether the page is looked at: what comes while it is not stays unread. */
function useIsSeen(): boolean {
  const [isSeen, set] = useState(!document.hidden);
  useEffect(() => {
    const changed = () => set(!document.hidden);
    document.addEventListener("visibilitychange", changed);
    return () => document.removeEventListener("visibilitychange", changed);
  }, []);
  return isSeen;
}

function useReading(channel: Channel, thread: string | null, latest: string): string {
  const { person } = useShell();
  const place = thread === null ? channel.id : `${channel.id}/${thread}`;
  const isSeen = useIsSeen();
  const [readUpTo] = useState(() => (isUnread(person, place, latest) ? lastRead(person, place) : ""));
  // Before it is painted, so that what is looked at never flashes as new.
  useLayoutEffect(() => {
    if (isSeen) markRead(person, place, latest);
  }, [isSeen, latest, place, person]);
  useLayoutEffect(() => (isSeen ? watch(person, place) : undefined), [isSeen, place, person]);
  return readUpTo;
}

function Loaded({ channel, thread, label, to, children, instead, messages }: TalkGiven & { messages: Message[] }) {
  const { person } = useShell();
  const isPhone = usePhone();
  useReady();
  const [editing, edit] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const latest = thread === null ? channel.latest : (messages.at(-1)?.ts ?? "");
  const readUpTo = useReading(channel, thread, latest);
  const place = `${person}/${channel.id}/${thread ?? ""}`;
  const isEmpty = messages.every((one) => one.ts === thread);
  const [prompts, use] = usePrompts(place, useSuggested(channel, thread, isEmpty));
  const editLast = () => {
    const mine = messages
      .filter((one) => one.user === person && !one.is_ephemeral && one.subtype !== "tombstone")
      .at(-1);
    if (mine) edit(mine.ts);
  };
  const roots = thread === null ? messages.map((one) => one.ts) : [];
  return (
    <div class="talk" ref={box}>
      <MessageList
        label={label}
        channel={channel.id}
        messages={messages}
        readUpTo={readUpTo}
        person={person}
        inThread={thread !== null}
        editing={editing}
        onEdit={edit}
      >
        {children}
      </MessageList>
      <StatusLine channel={channel.id} threads={thread === null ? ["", ...roots] : [thread]} here={thread ?? ""} />
      {!instead && prompts && <Prompts suggested={prompts} channel={channel.id} thread={thread} onUsed={use} />}
      {instead ?? (
        <Composer
          channel={channel.id}
          thread={thread}
          to={to}
          onSent={use}
          onEditLast={editLast}
          takesFocus={!isPhone}
        />
      )}
    </div>
  );
}

export function Talk(given: TalkGiven) {
  const { channel, thread } = given;
  const { person } = useShell();
  const messages = useParts([`message/${channel.id}/`], () => messagesOf(channel.id, thread));
  // What a chat begins with is its title, which stands elsewhere.
  const shown = useMemo(() => (messages.some(isChat) ? messages.filter((one) => !isChat(one)) : messages), [messages]);
  // The server sends the messages of a place once it is looked at.
  const isThere =
    thread === null ? messages.length > 0 || channel.latest === "" : messages.some((one) => one.ts === thread);
  const wasThere = useRef("");
  const key = `${person}/${channel.id}/${thread ?? ""}`;
  if (isThere) wasThere.current = key;
  const isGone = useLate(!isThere && wasThere.current !== key);
  if (wasThere.current !== key && !isGone) return <div class="talk" aria-busy="true" />;
  if (!isThere && thread !== null && !part(`message/${channel.id}/${thread}`)) {
    return (
      <div class="talk">
        <p class="talk-gone">This message is not there any more.</p>
      </div>
    );
  }
  return <Loaded key={key} {...given} messages={shown} />;
}

const LATE = 1_500;

/** Whether something has held for so long that nothing more is to be waited for. */
function useLate(isWaiting: boolean): boolean {
  const [isLate, set] = useState(false);
  useEffect(() => {
    set(false);
    if (!isWaiting) return;
    const timer = setTimeout(() => set(true), LATE);
    return () => clearTimeout(timer);
  }, [isWaiting]);
  return isLate;
}
