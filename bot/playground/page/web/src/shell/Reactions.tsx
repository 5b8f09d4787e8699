/** Reactions: what people reacted with, to add to or to take back, and the way to a new one. */

import { useRef, useState } from "preact/hooks";
import { react, unreact } from "../acts";
import type { Message } from "../protocol";
import { Emoji } from "../text/Emoji";
import { Icon } from "./Icon";
import { lazy } from "./Lazy";
import { nameOf } from "./names";
import { Popup } from "./Popup";
import { sentenceOf, useShell } from "./shell";
import "./Reactions.css";

const EmojiPicker = lazy(() => import("./EmojiPicker").then((found) => found.EmojiPicker), "Loading emoji…");

export interface ReactButtonGiven {
  message: Message;
  class: string;
  onOpen?: (isOpen: boolean) => void;
}

/** What reacting does, towards the server; a refusal is said. */
export function useReact(message: Message): (name: string) => void {
  const { person, trouble } = useShell();
  return (name) => {
    const shown = { channel: message.channel, ts: message.ts };
    const isMine = message.reactions?.some((one) => one.name === name && one.users.includes(person));
    const done = (isMine ? unreact : react)({ person, app: null }, shown, name);
    done.catch((error) => trouble(sentenceOf(error)));
  };
}

/** A button with a picker behind it. */
export function EmojiButton({
  label,
  class: kind,
  onPick,
  onOpen,
}: {
  label: string;
  class: string;
  onPick: (name: string) => void;
  onOpen?: (isOpen: boolean) => void;
}) {
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, set] = useState(false);
  const open = (next: boolean) => {
    set(next);
    onOpen?.(next);
  };
  const pick = (name: string) => {
    open(false);
    onPick(name);
  };
  return (
    <>
      <button
        type="button"
        ref={button}
        class={kind}
        aria-label={label}
        title={label}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => open(!isOpen)}
      >
        <Icon name="smile" />
      </button>
      {isOpen && (
        <Popup anchor={button.current!} label={label} onClose={() => open(false)}>
          <EmojiPicker onPick={pick} />
        </Popup>
      )}
    </>
  );
}

export function ReactButton({ message, class: kind, onOpen }: ReactButtonGiven) {
  const toggle = useReact(message);
  return <EmojiButton label="Add reaction" class={kind} onPick={toggle} {...(onOpen ? { onOpen } : {})} />;
}

export function Reactions({ message }: { message: Message }) {
  const { person } = useShell();
  const toggle = useReact(message);
  if (!message.reactions?.length) return null;
  return (
    <ul class="reactions" aria-label="Reactions">
      {message.reactions.map((one) => {
        const names = one.users.map((user) => (user === person ? "you" : nameOf(user))).join(", ");
        return (
          <li key={one.name}>
            <button
              type="button"
              class="reactions-one"
              aria-pressed={one.users.includes(person)}
              aria-label={`${one.name.replace(/_/g, " ")}, ${one.count}: ${names}`}
              title={`${names} reacted with :${one.name}:`}
              onClick={() => toggle(one.name)}
            >
              <Emoji name={one.name} /> <span>{one.count}</span>
            </button>
          </li>
        );
      })}
      <li>
        <ReactButton message={message} class="reactions-one" />
      </li>
    </ul>
  );
}
