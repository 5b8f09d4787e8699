/**
 * Pickers: a date, a time, or both, with the browser's own inputs.
 *
 * While a date is typed, each key makes another date of it: the app is told once the typing rests, or the focus leaves.
 */

import "./Pickers.css";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Json } from "../protocol";
import type { ElementProps } from "./Element";
import { wordsOf } from "./names";
import { useFocus } from "./TextInput";
import { useElement } from "./useElement";
import { isSame } from "./values";

const REST = 900;

export function DatePicker(props: ElementProps) {
  const shown = (value: Json) => value ?? "";
  return <Picker {...props} kind="date" holder="Select a date" shown={shown} read={(text) => text || null} />;
}

export function TimePicker(props: ElementProps) {
  return (
    <Picker
      {...props}
      kind="time"
      holder="Select a time"
      note={props.element.timezone}
      shown={(value) => value ?? ""}
      read={(text) => text.slice(0, 5) || null}
    />
  );
}

export function DateTimePicker(props: ElementProps) {
  return <Picker {...props} kind="datetime-local" holder="Select a date and time" shown={localOf} read={secondsOf} />;
}

interface PickerProps extends ElementProps {
  kind: "date" | "time" | "datetime-local";
  holder: string;
  note?: string;
  /** A value as the input holds it, and back. */
  shown: (value: Json) => string;
  read: (text: string) => Json;
}

function Picker({ element, block, kind, holder, note, shown, read }: PickerProps) {
  const { place, value, names, isBusy, isOff, isTold, choose, write } = useElement(element, block);
  const [typed, setTyped] = useState<string | null>(null);
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isTyping = useRef(false);
  const field = useRef<HTMLInputElement>(null);
  useFocus(field, element.focus_on_load === true);
  useEffect(() => () => clearTimeout(resting.current), []);
  const isWritten = place.form !== null && !isTold;
  // The year 2 is what 2026 begins with.
  const isWhole = (text: string) => kind === "time" || !text.startsWith("0");
  const take = (input: HTMLInputElement) => {
    clearTimeout(resting.current);
    setTyped(null);
    const next = read(input.value);
    if (!isWritten && isWhole(input.value) && !isSame(next, value)) void choose(next);
  };
  const changed = (input: HTMLInputElement) => {
    setTyped(input.value);
    if (isWritten && isWhole(input.value)) write(read(input.value));
    clearTimeout(resting.current);
    resting.current = setTimeout(() => take(input), isTyping.current ? REST : 0);
  };
  const held = typed ?? shown(value);
  return (
    <span class={`Picker${block.type === "input" ? " Picker--wide" : ""}`}>
      <span class="Element-busy Element-busy--wide">
        <input
          ref={field}
          class={`Element-field Picker-input${held === "" ? " Picker-input--empty" : ""}`}
          type={kind}
          {...names}
          aria-label={names["aria-labelledby"] ? undefined : (names["aria-label"] ?? holder)}
          aria-busy={isBusy || undefined}
          disabled={isOff}
          value={held}
          onKeyDown={(event) => {
            isTyping.current = true;
            if (event.key === "Enter" && typed !== null) take(event.currentTarget);
          }}
          onPointerDown={() => (isTyping.current = false)}
          onInput={(event) => changed(event.currentTarget)}
          onFocusOut={(event) => typed !== null && take(event.currentTarget)}
        />
        {held === "" && (
          <span class="Picker-holder" aria-hidden="true">
            {wordsOf(element.placeholder) || holder}
          </span>
        )}
        {isBusy && <span class="Element-spinner Picker-spinner" />}
      </span>
      {note && <span class="Picker-note">{note}</span>}
    </span>
  );
}

/** Seconds since 1970 as the local date and time. */
export function localOf(seconds: Json): string {
  if (!seconds) return "";
  const at = new Date(seconds * 1000);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function secondsOf(text: string): number | null {
  return text === "" ? null : Math.floor(new Date(text).getTime() / 1000);
}
