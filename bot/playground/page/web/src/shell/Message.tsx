/** Message: one message as Slack shows it: who and when, its body, reactions, its thread, and what can be done. */

import { useMemo } from "preact/hooks";
import { remove } from "../acts";
import { Body } from "../blocks/Body";
import type { Place } from "../place";
import { PlaceProvider } from "../place";
import type { Message as Posted } from "../protocol";
import { Avatar } from "./Avatar";
import { Guard } from "./Guard";
import { Icon } from "./Icon";
import { MessageActions } from "./MessageActions";
import { MessageEdit } from "./MessageEdit";
import { appOf, authorOf, isOfApp } from "./names";
import { Reactions } from "./Reactions";
import { pure, sentenceOf, useShell } from "./shell";
import { ThreadSummary } from "./ThreadSummary";
import { spokenOf } from "./typed";
import { exactly, lately, timeOf } from "./when";
import "./Message.css";

/** So much of a message is in its name. */
const LONGEST = 160;

export interface MessageGiven {
  message: Posted;
  /** Whether it follows another of the same author, so that the name need not be said again. */
  isNext: boolean;
  /** Whether it has buttons: the one of all messages that is pointed at, focused or has something open. */
  isActive: boolean;
  /** Whether Tab comes here: of all the messages, to one. */
  isStop: boolean;
  isEditing: boolean;
  /** Whether it stands in the thread pane. */
  inThread: boolean;
  onEdit: (ts: string | null) => void;
  /** Told while something of it is open, so that its buttons stay. */
  onHold: (ts: string, isHeld: boolean) => void;
}

/** What the blocks of a message need to know; the same as long as the message is. */
export function usePlaceOf(message: Posted): Place {
  const { person, trouble, onPerson, go } = useShell();
  return useMemo<Place>(
    () => ({
      surface: "message",
      who: { person, app: appOf(message) },
      shown: { channel: message.channel, ts: message.ts },
      state: message.state ?? {},
      form: null,
      trouble,
      onPerson,
      onChannel: (channel) => go({ channel, thread: null }),
    }),
    [message, person],
  );
}

function Head({ message }: { message: Posted }) {
  const { onPerson } = useShell();
  return (
    <div class="message-head">
      <button type="button" class="message-author" tabIndex={-1} onClick={() => onPerson(message.user)}>
        {authorOf(message)}
      </button>
      {isOfApp(message) && <span class="message-badge">APP</span>}
      <time
        class="message-time"
        dateTime={new Date(Number(message.ts) * 1000).toISOString()}
        title={exactly(message.ts)}
      >
        {timeOf(message.ts)}
      </time>
    </div>
  );
}

/** Words above or under the body that say what kind of message it is. */
function Kind({ message }: { message: Posted }) {
  const { go } = useShell();
  return (
    <>
      {Boolean(message.pinned_to?.length) && <div class="message-kind"><Icon name="pin" /> Pinned</div>}
      {message.broadcast && message.thread_ts && (
        <div class="message-kind">
          Replied to a thread ·{" "}
          <button type="button" class="link" onClick={() => go({ thread: message.thread_ts! })}>
            Show it
          </button>
        </div>
      )}
    </>
  );
}

function Ephemeral({ message }: { message: Posted }) {
  const { person, trouble } = useShell();
  const dismiss = () => {
    const shown = { channel: message.channel, ts: message.ts };
    remove({ person, app: appOf(message) }, shown).catch((error) => trouble(sentenceOf(error)));
  };
  return (
    <div class="message-kind message-only">
      <span>Only visible to you</span> ·{" "}
      <button type="button" class="link" onClick={dismiss}>
        Dismiss
      </button>
    </div>
  );
}

export const Message = pure(function Message(given: MessageGiven) {
  const { message, isNext, isActive, isStop, isEditing, inThread, onEdit, onHold } = given;
  const place = usePlaceOf(message);
  const author = authorOf(message);
  const isStreaming = message.streaming_state === "in_progress";
  const kinds = [
    "message",
    isNext && "message-next",
    message.is_ephemeral && "message-ephemeral",
    isStreaming && "message-streaming",
    isActive && "message-active",
    Boolean(message.pinned_to?.length) && "message-pinned",
    isEditing && "message-editing",
    message.subtype === "tombstone" && "message-gone",
  ];
  const seen = message.is_ephemeral ? ", only visible to you" : "";
  const name = `${author}, ${lately(message.ts)}${seen}: ${spokenOf(message).slice(0, LONGEST)}`;
  return (
    <li class={kinds.filter(Boolean).join(" ")} data-ts={message.ts} tabIndex={isStop ? 0 : -1} aria-label={name}>
      {/* First, so that Tab comes to it before whatever an app has put into the message. */}
      {isActive && !isEditing && (
        <MessageActions
          message={message}
          inThread={inThread}
          onEdit={() => onEdit(message.ts)}
          onHold={(isHeld) => onHold(message.ts, isHeld)}
        />
      )}
      <div class="message-gutter">
        {isNext ? (
          <time class="message-aside" title={exactly(message.ts)}>
            {timeOf(message.ts).replace(/\s?[AP]M/i, "")}
          </time>
        ) : (
          <Avatar user={message.user} name={author} />
        )}
      </div>
      <div class="message-main">
        <Kind message={message} />
        {!isNext && <Head message={message} />}
        {isEditing ? (
          <MessageEdit message={message} onDone={() => onEdit(null)} />
        ) : (
          <div class="message-body" aria-busy={isStreaming || undefined}>
            <Guard of={message}>
              <PlaceProvider value={place}>
                <Body message={message} />
              </PlaceProvider>
            </Guard>
            {message.edited && (
              <small class="message-edited" title={exactly(message.edited.ts)}>
                (edited)
              </small>
            )}
          </div>
        )}
        {message.is_ephemeral && <Ephemeral message={message} />}
        <Reactions message={message} />
        {!inThread && <ThreadSummary message={message} />}
      </div>
    </li>
  );
});
