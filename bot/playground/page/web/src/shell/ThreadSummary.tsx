/** ThreadSummary: the line under a message that has replies, and whether there are new ones. */

import type { Message } from "../protocol";
import { part, useParts } from "../store";
import { Avatar } from "./Avatar";
import { nameOf } from "./names";
import { isUnread, useReads } from "./reads";
import { useShell } from "./shell";
import { exactly, lately } from "./when";
import "./ThreadSummary.css";

const FACES = 3;

export function ThreadSummary({ message }: { message: Message }) {
  return message.reply_count ? <Shown message={message} /> : null;
}

function Shown({ message }: { message: Message }) {
  const { person, go } = useShell();
  useReads();
  const key = `channel/${message.channel}`;
  const latest = useParts([key], () => part(key as `channel/${string}`)?.threads[message.ts] ?? "");
  const isNew = isUnread(person, `${message.channel}/${message.ts}`, latest);
  const count = message.reply_count!;
  const last = message.latest_reply ?? "";
  return (
    <button type="button" class={`summary${isNew ? " summary-new" : ""}`} onClick={() => go({ thread: message.ts })}>
      {(message.reply_users ?? []).slice(0, FACES).map((user) => (
        <Avatar key={user} user={user} name={nameOf(user)} size="small" />
      ))}
      <b>{count === 1 ? "1 reply" : `${count} replies`}</b>
      {last && (
        <span class="summary-last" title={exactly(last)}>
          last {lately(last)}
        </span>
      )}
      {isNew && <span class="summary-mark">New</span>}
    </button>
  );
}
