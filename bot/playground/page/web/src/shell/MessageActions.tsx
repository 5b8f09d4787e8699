/** MessageActions: what can be done with a message: react, reply, copy, pin, edit, delete, what made it, shortcuts. */

import { useRef, useState } from "preact/hooks";
import { pin, remove, shortcut } from "../acts";
import type { Message } from "../protocol";
import { Icon } from "./Icon";
import type { Item } from "./Menu";
import { Menu } from "./Menu";
import { apps, isOfApp } from "./names";
import { ReactButton } from "./Reactions";
import { sentenceOf, useShell } from "./shell";
import { wordsOf } from "./typed";
import "./MessageActions.css";

export interface ActionsGiven {
  message: Message;
  inThread: boolean;
  onEdit: () => void;
  /** Told while something of it is open, so that it stays. */
  onHold: (isHeld: boolean) => void;
}

function useItems({ message, onEdit }: ActionsGiven, onDelete: () => void): Item[] {
  const { person, trouble, onInspect } = useShell();
  const shown = { channel: message.channel, ts: message.ts };
  const items: Item[] = [
    { key: "copy", label: "Copy text", onChoose: () => void navigator.clipboard?.writeText(wordsOf(message)) },
  ];
  const isGone = message.subtype === "tombstone";
  if (!message.is_ephemeral && !isGone) {
    const isPinned = Boolean(message.pinned_to?.length);
    const turn = () => void pin({ person, app: null }, shown, !isPinned).catch((error) => trouble(sentenceOf(error)));
    items.push({ key: "pin", label: isPinned ? "Remove pin" : "Pin message", onChoose: turn });
  }
  if (isOfApp(message)) items.push({ key: "made", label: "What made this", onChoose: () => onInspect(shown) });
  const isMine = message.user === person && !message.is_ephemeral && !isGone;
  if (isMine) {
    items.push({ key: "edit", label: "Edit message", onChoose: onEdit });
    items.push({ key: "delete", label: "Delete message…", isDanger: true, onChoose: onDelete });
  }
  if (message.is_ephemeral) return items;
  const shortcuts = apps().filter((app) => !app.revoked).flatMap((app) =>
    app.shortcuts.filter((one) => one.type === "message").map((one) => ({
      key: `${app.id} ${one.callback_id}`,
      label: one.name,
      note: app.name,
      onChoose: () =>
        void shortcut({ person, app: app.id }, shown, one.callback_id).catch((error) => trouble(sentenceOf(error))),
    })),
  );
  return [...items, ...shortcuts.map((one, index) => (index === 0 ? { ...one, heading: "Shortcuts" } : one))];
}

/** Asks before a message is gone for everybody. */
export function DeleteDialog({ message, onClose }: { message: Message; onClose: () => void }) {
  const { person, trouble } = useShell();
  const sure = () => {
    onClose();
    const shown = { channel: message.channel, ts: message.ts };
    remove({ person, app: null }, shown).catch((error) => trouble(sentenceOf(error)));
  };
  return (
    <dialog
      class="dialog"
      aria-labelledby="delete-title"
      ref={(box) => void (box && !box.open && box.showModal())}
      onClose={onClose}
    >
      <h2 id="delete-title">Delete message</h2>
      <p>Are you sure? It will be gone for everybody.</p>
      <blockquote>{wordsOf(message).slice(0, 300)}</blockquote>
      <div class="dialog-buttons">
        <button type="button" class="button" onClick={onClose}>Cancel</button>
        <button type="button" class="button button-danger" onClick={sure}>Delete</button>
      </div>
    </dialog>
  );
}

export function MessageActions(given: ActionsGiven) {
  const { message, inThread, onHold } = given;
  const { go } = useShell();
  const [isAsking, ask] = useState(false);
  const bar = useRef<HTMLDivElement>(null);
  const asking = (next: boolean) => {
    ask(next);
    onHold(next);
    if (!next) bar.current?.closest<HTMLElement>(".message")?.focus();
  };
  const items = useItems(given, () => asking(true));
  return (
    <div class="actionbar" role="group" aria-label="Message actions" ref={bar}>
      {!message.is_ephemeral && <ReactButton message={message} class="actionbar-button" onOpen={onHold} />}
      {!inThread && !message.is_ephemeral && (
        <button
          type="button"
          class="actionbar-button"
          aria-label="Reply in thread"
          title="Reply in thread"
          onClick={() => go({ thread: message.thread_ts ?? message.ts })}
        >
          <Icon name="reply" />
        </button>
      )}
      <Menu
        class="actionbar-button"
        label="More message actions"
        title="More message actions"
        items={items}
        onOpen={(isOpen) => !isAsking && onHold(isOpen)}
      >
        <Icon name="more" />
      </Menu>
      {isAsking && <DeleteDialog message={message} onClose={() => asking(false)} />}
    </div>
  );
}
