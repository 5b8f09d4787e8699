/** Input: a label, something to fill in, and below it a hint and what is wrong. */

import "./Input.css";
import { Element } from "../elements/Element";
import { usePlace } from "../place";
import type { Json } from "../protocol";
import { record, said, words } from "../text/read";
import { Text } from "../text/Text";

export function Input({ block }: { block: Json }) {
  const { form } = usePlace();
  const { block_id, label, element, hint, optional } = record(block);
  const id = words(block_id);
  const error = form?.errors[id];
  return (
    <div class={`Input${error ? " Input-wrong" : ""}`}>
      <div class="Input-label" id={`label-${id}`} onClick={focusField}>
        <Text of={label} />
        {optional === true ? <span class="Input-optional"> (optional)</span> : null}
      </div>
      {record(element).type ? <Element element={element} block={block} /> : null}
      <div class="Input-about" id={`about-${id}`}>
        {error ? <p class="Input-error">{error}</p> : null}
        {said(hint) ? (
          <p class="Input-hint">
            <Text of={hint} />
          </p>
        ) : null}
      </div>
    </div>
  );
}

/** As a label does: the element names itself by it, and which of its parts is typed into only the element knows. */
function focusField(event: Event): void {
  const input = (event.currentTarget as HTMLElement).closest(".Input");
  input?.querySelector<HTMLElement>("textarea, input:not([type=checkbox], [type=radio], [type=file])")?.focus();
}
