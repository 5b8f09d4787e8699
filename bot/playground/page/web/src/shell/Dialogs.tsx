/** Dialogs: who somebody is, and which keys there are. Loaded when one is first opened. */

import type { ComponentChildren } from "preact";
import { part } from "../store";
import { Avatar } from "./Avatar";
import { nameOf } from "./names";
import { useShell } from "./shell";

function Dialog({
  title,
  onClose,
  children,
  button,
}: {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
  button?: ComponentChildren;
}) {
  return (
    <dialog
      class="dialog"
      aria-labelledby="dialog-title"
      ref={(box) => void (box && !box.open && box.showModal())}
      onClose={onClose}
    >
      <h2 id="dialog-title">{title}</h2>
      {children}
      <div class="dialog-buttons">
        {button}
        <button type="button" class="button" onClick={onClose}>
          Close
        </button>
      </div>
    </dialog>
  );
}

export function Profile({ user, onClose }: { user: string; onClose: () => void }) {
  const { person, go } = useShell();
  const one = part(`person/${user}`);
  const actor = part("world")?.actors.find((other) => other.id === user);
  const role = actor?.role || (one?.is_guest ? "guest" : one?.is_admin ? "admin" : "");
  const become = () => {
    onClose();
    go({ person: user });
  };
  return (
    <Dialog
      title={nameOf(user)}
      onClose={onClose}
      button={
        actor &&
        user !== person && (
          <button type="button" class="button button-primary" onClick={become}>
            Act as {nameOf(user)}
          </button>
        )
      }
    >
      <div class="dialog-person">
        <Avatar user={user} name={nameOf(user)} />
        <p>
          @{one?.name ?? user}
          {role && <>, {role}</>}
          <br />
          <small>{[one?.tz, user].filter(Boolean).join(" · ")}</small>
        </p>
      </div>
    </Dialog>
  );
}

const KEYS: [string, string][] = [
  ["Enter", "Send"],
  ["Shift + Enter", "Begin a new line"],
  ["↑ in an empty composer", "Change your last message"],
  ["/  @  #  :", "Complete a command, a name, a channel, an emoji"],
  ["Alt + ↑ or ↓", "Go to another channel"],
  ["↑ or ↓ on a message", "Go to another message; Tab reaches its buttons"],
  ["Escape", "Close what is on top"],
  ["?", "Show these keys"],
];

export function Keys({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keys" onClose={onClose}>
      <dl class="dialog-keys">
        {KEYS.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
