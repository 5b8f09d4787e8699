/** RichTextInput: text with Slack's markup shortcuts, handed in as rich text. */

import { useId, useRef, useState } from "preact/hooks";
import type { ElementProps } from "./Element";
import { wordsOf } from "./names";
import { richOf, typedOf } from "./richText";
import { useFocus } from "./TextInput";
import { useElement } from "./useElement";
import { useTyping } from "./useTyping";
import { isSame } from "./values";

export function RichTextInput({ element, block }: ElementProps) {
  const handle = useElement(element, block);
  const typing = useTyping(handle, true);
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  // What was typed is kept as it was typed, for as long as it means what the value says.
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed !== null && isSame(richOf(typed), handle.value) ? typed : typedOf(handle.value);
  useFocus(field, element.focus_on_load === true);
  return (
    <span class="Element-busy Element-busy--wide">
      <textarea
        ref={field}
        class="Element-field TextInput TextInput--multi"
        dir="auto"
        rows={element.min_lines ?? 3}
        placeholder={wordsOf(element.placeholder)}
        disabled={handle.isOff}
        value={text}
        {...handle.names}
        aria-label={handle.names["aria-labelledby"] ? undefined : (handle.names["aria-label"] ?? "Text")}
        aria-describedby={[handle.names["aria-describedby"], id].filter(Boolean).join(" ")}
        aria-busy={handle.isBusy || undefined}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          typing.typed(richOf(event.currentTarget.value));
        }}
        onFocusOut={(event) => typing.left(richOf(event.currentTarget.value))}
      />
      <p id={id} class="Element-about">
        *bold* _italic_ ~strike~ `code` &gt; quote, - list, 1. list
      </p>
    </span>
  );
}
