/** MessageList: the messages of a channel or a thread, by day; stays at the end as new ones come until scrolled up. */

import { Fragment, type ComponentChildren } from "preact";
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Message as Posted } from "../protocol";
import { mark, unmark, useActive } from "./active";
import { Announcer } from "./Announcer";
import { Icon } from "./Icon";
import { Message } from "./Message";
import { dayOf, sameDay } from "./when";
import "./MessageList.css";

/** Messages of the same author within that many seconds stand under one name. */
const TOGETHER = 300;
/** So near the end counts as the end. */
const NEAR = 40;
/** So many messages and blocks fill a window: they are there at once. */
const AT_FIRST = 12;
const MORE = 20;
const PAUSE = 30;

export interface ListGiven {
  label: string;
  channel: string;
  messages: Posted[];
  /** Up to where the person had looked when this was opened; empty where nothing is marked as new. */
  readUpTo: string;
  person: string;
  inThread: boolean;
  /** What stands above the first message. */
  children?: ComponentChildren;
  editing: string | null;
  onEdit: (ts: string | null) => void;
}

function follows(message: Posted, before: Posted | undefined): boolean {
  if (!before || before.user !== message.user || before.username !== message.username) return false;
  if (before.is_ephemeral !== message.is_ephemeral || message.broadcast || message.pinned_to?.length) return false;
  return Number(message.ts) - Number(before.ts) < TOGETHER && sameDay(message.ts, before.ts);
}

const sizeOf = (frame: HTMLElement): string => `${frame.scrollHeight} ${frame.clientHeight}`;

/** Keeps the end in sight; gives how many came while it was not. */
function useEnd(messages: Posted[], person: string) {
  const box = useRef<HTMLDivElement>(null);
  const isStuck = useRef(true);
  const size = useRef("");
  const [seen, setSeen] = useState<string | null>(null);
  const last = messages.at(-1);
  const toEnd = useCallback(() => {
    isStuck.current = true;
    setSeen(null);
    const frame = box.current;
    if (frame) frame.scrollTop = frame.scrollHeight;
  }, []);
  const mine = last !== undefined && last.user === person ? last.ts : "";
  useLayoutEffect(() => {
    if (isStuck.current || mine !== "") toEnd();
  }, [last?.ts, mine]);
  useEffect(() => {
    const frame = box.current!;
    // Pictures and late parts make messages taller, a keyboard on the screen makes the frame smaller.
    const watch = new ResizeObserver(() => {
      if (isStuck.current) frame.scrollTop = frame.scrollHeight;
      size.current = sizeOf(frame);
    });
    watch.observe(frame);
    watch.observe(frame.firstElementChild!);
    return () => watch.disconnect();
  }, []);
  const scrolled = () => {
    const frame = box.current!;
    const sizeNow = sizeOf(frame);
    // The browser scrolls by itself when something gets taller: that is nobody leaving the end.
    if (size.current !== sizeNow && isStuck.current) {
      size.current = sizeNow;
      frame.scrollTop = frame.scrollHeight;
      return;
    }
    const atEnd = frame.scrollHeight - frame.scrollTop - frame.clientHeight < NEAR;
    if (atEnd !== isStuck.current) setSeen(atEnd ? null : (messages.at(-1)?.ts ?? ""));
    isStuck.current = atEnd;
  };
  const missed = seen === null ? 0 : messages.filter((one) => one.ts > seen && one.user !== person).length;
  return { box, scrolled, toEnd, missed };
}

/** How many of the latest messages fill a window. */
function filling(messages: Posted[]): number {
  let [room, many] = [AT_FIRST, 0];
  for (const one of messages.toReversed()) {
    if (room <= 0) break;
    room -= 1 + (one.blocks?.length ?? 0);
    many += 1;
  }
  return Math.max(many, 1);
}

/** How many of the older messages wait: most people never scroll up to them. What was shown once stays. */
function useFrom(messages: Posted[]): number {
  const waiting = useRef<number | null>(null);
  if (waiting.current === null && messages.length > 0) waiting.current = messages.length - filling(messages);
  const [more, setMore] = useState(0);
  const from = Math.max(0, (waiting.current ?? 0) - more);
  useEffect(() => {
    if (from === 0) return;
    const timer = setTimeout(() => setMore(more + MORE), PAUSE);
    return () => clearTimeout(timer);
  }, [from, more]);
  return Math.min(from, messages.length);
}

/** Remembers whether the list has the focus. A message that is taken away leaves it to what stands there now. */
function useFocus(messages: Posted[], focused: string | null) {
  const list = useRef<HTMLOListElement>(null);
  const isInside = useRef(false);
  const turn = (next: boolean) => {
    isInside.current = next;
    if (!next) mark("focused", null);
  };
  // Between two places in the list nothing is drawn: the button that is gone to would vanish under the focus.
  const onFocusOut = (event: FocusEvent) => {
    const [from, next] = [event.target as Element, event.relatedTarget as Element | null];
    // A dialog gives the focus back to where it was opened.
    if (next !== null) return void (list.current!.contains(next) || next.closest("dialog") || turn(false));
    // What was taken off the page did not leave by itself.
    queueMicrotask(() => from.isConnected && turn(false));
  };
  useLayoutEffect(() => {
    if (!isInside.current || focused === null || document.activeElement !== document.body) return;
    const rows = [...list.current!.querySelectorAll<HTMLElement>(":scope > .message")];
    const near = rows.find((row) => row.dataset.ts! >= focused) ?? rows.at(-1);
    (near ?? list.current!.closest(".talk")?.querySelector<HTMLElement>("textarea"))?.focus();
  }, [messages]);
  return { list, onFocusOut, enter: () => turn(true) };
}

function neighbour(row: HTMLElement, key: string): HTMLElement | null {
  const rows = [...row.parentElement!.querySelectorAll<HTMLElement>(":scope > .message")];
  const at = rows.indexOf(row);
  if (key === "Home") return rows[0] ?? null;
  if (key === "End") return rows.at(-1) ?? null;
  return rows[key === "ArrowUp" ? at - 1 : at + 1] ?? null;
}

/** Whether the focus is to be seen. After a press with the mouse only what is pointed at has the buttons. */
const isByKeys = (target: Element): boolean => target.matches(":focus-visible") || matchMedia("(hover: none)").matches;

const KEYS = ["ArrowUp", "ArrowDown", "Home", "End"];

export function MessageList(given: ListGiven) {
  const { label, channel, messages, readUpTo, person, inThread, children, editing, onEdit } = given;
  const { box, scrolled, toEnd, missed } = useEnd(messages, person);
  const from = useFrom(messages);
  const [focused, focus] = useState<string | null>(null);
  const name = `${channel}/${inThread ? "thread" : ""}`;
  const active = useActive(name);
  const keyOf = (ts: string | null) => (ts === null ? null : `${name} ${ts}`);
  const hold = useCallback((ts: string, isHeld: boolean) => {
    if (isHeld) mark("held", `${name} ${ts}`);
    else unmark("held", `${name} ${ts}`);
  }, [name]);
  const { list, onFocusOut, enter } = useFocus(messages, focused);
  const firstNew = readUpTo === "" ? undefined : messages.find((one) => one.ts > readUpTo && one.user !== person);
  const stop = messages.some((one) => one.ts === focused) ? focused : messages.at(-1)?.ts;
  const rowOf = (event: Event) => (event.target as Element).closest<HTMLElement>(".message")?.dataset.ts ?? null;
  const entered = (event: Event) => {
    focus(rowOf(event));
    mark("focused", isByKeys(event.target as Element) ? keyOf(rowOf(event)) : null);
    enter();
  };
  const key = (event: KeyboardEvent) => {
    const row = event.target as HTMLElement;
    if (!row.classList.contains("message")) return;
    if (KEYS.includes(event.key) && !event.altKey) {
      event.preventDefault();
      neighbour(row, event.key)?.focus();
    }
  };
  return (
    <div class="messages">
      <div class={`messages-frame${missed > 0 ? " messages-behind" : ""}`} ref={box} onScroll={scrolled}>
        <div class="messages-inside">
          {from === 0 && children}
          <ol
            ref={list}
            aria-label={label}
            data-place={channel}
            onMouseOver={(event) => mark("pointed", keyOf(rowOf(event)))}
            onMouseLeave={() => mark("pointed", null)}
            onFocusIn={entered}
            onFocusOut={onFocusOut}
            onKeyDown={key}
          >
            {messages.slice(from).map((one, index) => {
              const before = messages[from + index - 1];
              const isDay = !before || !sameDay(one.ts, before.ts);
              const isNew = firstNew === one;
              const isFirstReply = inThread && before === messages[0]; // it stands under a line
              // The key is on the whole: rows that move as older ones come stay the same, with what is open in them.
              return (
                <Fragment key={one.ts}>
                  {isDay && !inThread && <li class="messages-day"><h3>{dayOf(one.ts)}</h3></li>}
                  {isNew && <li class="messages-new"><span>New</span></li>}
                  <Message
                    message={one}
                    isNext={!isDay && !isNew && !isFirstReply && follows(one, before)}
                    isActive={active === one.ts}
                    isStop={stop === one.ts}
                    isEditing={editing === one.ts}
                    inThread={inThread}
                    onEdit={onEdit}
                    onHold={hold}
                  />
                </Fragment>
              );
            })}
          </ol>
        </div>
      </div>
      {missed > 0 && (
        <button type="button" class="messages-missed" onClick={toEnd}>
          <Icon name="down" />
          {missed === 1 ? "1 new message" : `${missed} new messages`}
        </button>
      )}
      <Announcer messages={messages} person={person} />
    </div>
  );
}
