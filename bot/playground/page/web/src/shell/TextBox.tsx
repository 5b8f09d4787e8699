/** TextBox: a field that grows with its text and completes names; Enter sends, Shift+Enter begins a line. */

import type { Ref } from "preact";
import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { isComposing } from "../elements/composing";
import { Avatar } from "./Avatar";
import type { EmojiNames, Offer, Offered } from "./completion";
import { offered } from "./completion";
import "./TextBox.css";

export interface TextBoxGiven {
  value: string;
  onValue: (value: string) => void;
  onEnter: () => void;
  label: string;
  placeholder?: string;
  /** Whether slash commands are completed. */
  hasCommands?: boolean;
  /** A key that the field itself has no use for. */
  onKey?: (event: KeyboardEvent) => void;
  onFiles?: (files: File[]) => void;
  describedBy?: string | undefined;
  box?: Ref<HTMLTextAreaElement>;
  takesFocus?: boolean;
}

let emoji: EmojiNames = {};

/** The names of emoji are many: they come with the first colon. */
function useEmoji(text: string): EmojiNames {
  const [, again] = useState(0);
  const isWanted = text.includes(":") && Object.keys(emoji).length === 0;
  useEffect(() => {
    if (!isWanted) return;
    import("virtual:emoji").then(
      (found) => {
        emoji = found.default;
        again((count) => count + 1);
      },
      () => undefined,
    );
  }, [isWanted]);
  return emoji;
}

function Offers({ id, found, at, onPick }: { id: string; found: Offered; at: number; onPick: (offer: Offer) => void }) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.querySelector("[aria-selected='true']")?.scrollIntoView({ block: "nearest" }), [at]);
  return (
    <div class="offers">
      <div class="offers-title" aria-hidden="true">
        {found.title}
      </div>
      <div id={id} role="listbox" aria-label={found.title} ref={list}>
        {found.offers.map((offer, index) => (
          <div
            key={offer.key}
            id={`${id}-${index}`}
            class="offers-one"
            role="option"
            aria-selected={index === at}
            // The field keeps the focus.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onPick(offer)}
          >
            {offer.user && <Avatar user={offer.user} name={offer.label.replace(/^\//, "")} size="small" />}
            {offer.sign && <span aria-hidden="true">{offer.sign}</span>}
            <b>{offer.label}</b>
            <span class="offers-note">{offer.note}</span>
          </div>
        ))}
      </div>
    </div>
  );
}

export function TextBox(given: TextBoxGiven) {
  const {
    value,
    onValue,
    onEnter,
    label,
    placeholder,
    hasCommands = false,
    onKey,
    onFiles,
    describedBy,
    takesFocus,
  } = given;
  const own = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(0);
  const [at, setAt] = useState(0);
  // The text for which the list was sent away with Escape, or from which it was chosen.
  const [closed, setClosed] = useState<string | null>(null);
  const [hasFocus, setFocus] = useState(false);
  const id = useId();
  const names = useEmoji(value);
  const found = hasFocus && closed !== value ? offered(value, caret, names, hasCommands) : null;
  const chosen = found ? Math.min(at, found.offers.length - 1) : 0;
  useLayoutEffect(() => {
    const field = own.current!;
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight}px`;
  }, [value]);
  useEffect(() => {
    const field = own.current!;
    if (takesFocus) {
      field.focus();
      field.setSelectionRange(field.value.length, field.value.length);
    }
    if (given.box && typeof given.box === "object") given.box.current = field;
  }, []);
  const pick = (offer: Offer) => {
    const rest = value.slice(found!.end).replace(/^ /, "");
    const begun = value.slice(0, found!.start) + offer.insert;
    // At once, not with the next picture: whoever types on would find the caret moved under their fingers.
    const field = own.current!;
    field.value = begun + rest;
    field.setSelectionRange(begun.length, begun.length);
    setCaret(begun.length);
    setClosed(begun + rest);
    onValue(begun + rest);
  };
  const inList = (event: KeyboardEvent): boolean => {
    if (found === null) return false;
    const count = found.offers.length;
    if (event.key === "ArrowDown") setAt((chosen + 1) % count);
    else if (event.key === "ArrowUp") setAt((chosen + count - 1) % count);
    else if (event.key === "Escape") setClosed(value);
    else if (event.key === "Tab" && !event.shiftKey) pick(found.offers[chosen]!);
    // A command that stands there in full is sent, not completed.
    else if (event.key === "Enter" && !event.shiftKey && found.offers[chosen]!.insert.trim() !== value)
      pick(found.offers[chosen]!);
    else return false;
    return true;
  };
  const key = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (inList(event)) {
      event.preventDefault();
      event.stopPropagation();
    } else if (event.key === "Enter" && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      onEnter();
    } else onKey?.(event);
  };
  const follow = () => setCaret(own.current!.selectionStart);
  const paste = (event: ClipboardEvent) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0 || !onFiles) return;
    event.preventDefault();
    onFiles(files);
  };
  return (
    <div class="textbox">
      {found && <Offers id={id} found={found} at={chosen} onPick={pick} />}
      <textarea
        ref={own}
        class="textbox-field"
        rows={1}
        dir="auto"
        aria-label={label}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={found ? id : undefined}
        aria-activedescendant={found ? `${id}-${chosen}` : undefined}
        aria-describedby={describedBy}
        placeholder={placeholder}
        value={value}
        onInput={(event) => {
          setAt(0);
          setClosed(null);
          follow();
          onValue(event.currentTarget.value);
        }}
        onKeyDown={key}
        onSelect={follow}
        onFocus={() => setFocus(true)}
        onBlur={() => setFocus(false)}
        onPaste={paste}
      />
      <span class="hidden" role="status">
        {found ? `${found.offers.length} to choose from, up and down, Enter` : ""}
      </span>
    </div>
  );
}
