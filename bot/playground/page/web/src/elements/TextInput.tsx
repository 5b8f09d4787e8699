/** TextInput: a line or several of text, a number, a mail address, a web address. */

import "./TextInput.css";
import { useEffect, useId, useRef } from "preact/hooks";
import { isComposing } from "./composing";
import type { ElementProps } from "./Element";
import { namesOf, wordsOf } from "./names";
import { useElement, type Handle } from "./useElement";
import { useTyping } from "./useTyping";

const KINDS: Record<string, { type: string; inputMode: "text" | "decimal" | "numeric" | "email" | "url" }> = {
  number_input: { type: "text", inputMode: "decimal" },
  email_text_input: { type: "email", inputMode: "email" },
  url_text_input: { type: "url", inputMode: "url" },
};
const LONGEST = 3000;

export function TextInput({ element, block }: ElementProps) {
  const handle = useElement(element, block);
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const id = useId();
  const text = String(handle.value ?? "");
  useFocus(field, element.focus_on_load === true);
  const isMulti = element.multiline === true;
  const typing = useTyping(handle, isMulti);
  const about = aboutOf(handle, text, typing.isOnEnter && !isMulti);
  const described = [handle.names["aria-describedby"], about && id].filter(Boolean).join(" ");
  const shared = {
    ref: field,
    class: `Element-field TextInput${isMulti ? " TextInput--multi" : ""}`,
    dir: "auto" as const,
    autocomplete: "off",
    placeholder: wordsOf(element.placeholder),
    disabled: handle.isOff,
    value: text,
    ...namesOf(element, block, handle.place.form?.errors[block.block_id]),
    "aria-describedby": described || undefined,
    "aria-busy": handle.isBusy || undefined,
    onInput: (event: Event) => typing.typed((event.currentTarget as HTMLInputElement).value || null),
    onFocusOut: (event: Event) => typing.left((event.currentTarget as HTMLInputElement).value || null),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== "Enter" || isMulti || isComposing(event) || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      typing.enter((event.currentTarget as HTMLInputElement).value || null);
    },
  };
  return (
    <span class="Element-busy Element-busy--wide">
      {isMulti ? <textarea rows={3} {...shared} /> : <input type="text" {...kindOf(element)} {...shared} />}
      {handle.isBusy && !isMulti && <span class="Element-spinner" />}
      {about && (
        <p id={id} class={about.isOver ? "Element-about Element-about--over" : "Element-about"}>
          {about.text}
        </p>
      )}
    </span>
  );
}

function kindOf(element: { type: string; is_decimal_allowed?: boolean }): object {
  if (element.type === "number_input" && !element.is_decimal_allowed) return { type: "text", inputMode: "numeric" };
  return KINDS[element.type] ?? {};
}

/** Put the cursor into a field once, at its end. */
export function useFocus(field: { current: HTMLInputElement | HTMLTextAreaElement | null }, isWanted: boolean): void {
  useEffect(() => {
    const input = field.current;
    if (!isWanted || input === null) return;
    input.focus();
    const end = input.value.length;
    if (input.type === "text" || input.type === "textarea") input.setSelectionRange(end, end);
  }, [isWanted]);
}

interface About {
  text: string;
  isOver: boolean;
}

/** What stands below: how much room is left once there is little, or what Enter does. */
function aboutOf({ element }: Handle, text: string, isOnEnter: boolean): About | null {
  const most: number = element.type === "plain_text_input" ? (element.max_length ?? LONGEST) : Infinity;
  const left = most - text.length;
  if (left < 0) return { text: `${-left} too many characters: ${most} are allowed.`, isOver: true };
  if (text !== "" && left <= Math.max(10, Math.min(100, most / 5))) {
    return { text: `${left} ${left === 1 ? "character" : "characters"} left`, isOver: false };
  }
  const least: number = element.min_length ?? 0;
  if (text !== "" && text.length < least) return { text: `At least ${least} characters`, isOver: false };
  return isOnEnter && text !== "" ? { text: "Press Enter to send", isOver: false } : null;
}
