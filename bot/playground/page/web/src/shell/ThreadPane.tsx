/** ThreadPane: a thread beside its channel; the whole window on a phone. */

import type { Channel } from "../protocol";
import { part, useParts } from "../store";
import { isChat } from "./Chats";
import { Icon } from "./Icon";
import { titleOf } from "./names";
import { usePhone, useShell } from "./shell";
import { Talk } from "./Talk";
import "./ThreadPane.css";

export function ThreadPane({ channel, thread }: { channel: Channel; thread: string }) {
  const { go } = useShell();
  const key = `session/${channel.id}/${thread}` as const;
  const title = useParts([key], () => part(key)?.title);
  const name = titleOf(channel);
  const root = `message/${channel.id}/${thread}` as const;
  const chat = useParts([root], () => isChat(part(root)));
  // On a phone nothing else is there.
  const Pane = usePhone() ? "main" : "aside";
  return (
    <Pane
      class={chat ? "thread thread-chat" : "thread"}
      aria-label={`${chat ? "Chat with" : "Thread in"} ${name}`}
      tabIndex={-1}
    >
      <header class="head">
        <button
          type="button"
          class="head-button head-back"
          aria-label={`Back to ${name}`}
          onClick={() => go({ thread: null })}
        >
          <Icon name="back" />
        </button>
        <div class="head-names">
          <h2 class="head-title">{chat ? "Chat" : "Thread"}</h2>
          <span class="head-topic">{title ? `${title} · ${name}` : name}</span>
        </div>
        <button
          type="button"
          class="head-button head-close"
          aria-label="Close thread"
          title="Close (Escape)"
          onClick={() => go({ thread: null })}
        >
          <Icon name="close" />
        </button>
      </header>
      <Talk
        channel={channel}
        thread={thread}
        label={chat ? `Messages of the chat with ${name}` : `Messages of the thread in ${name}`}
        to={chat ? name : `thread in ${name}`}
        {...insteadOf(channel)}
      />
    </Pane>
  );
}

/** What stands in place of the composer where the person cannot write. */
export function insteadOf(channel: Channel): { instead?: preact.ComponentChildren } {
  const app = channel.app ? part(`app/${channel.app}`) : undefined;
  if (app?.revoked) return { instead: <p class="instead">{app.name} was removed from this workspace.</p> };
  if (app && !app.is_writable)
    return { instead: <p class="instead">{app.name} only sends messages: it takes none here.</p> };
  if (channel.is_archived) return { instead: <p class="instead">This channel is archived.</p> };
  return {};
}
