/** IconButton: a button that is a sign, with its words for the pointer and for screen readers. */

import { ask } from "./ask";
import type { ElementProps } from "./Element";
import { Icon } from "./Icon";
import { wordsOf } from "./names";
import { useElement } from "./useElement";

export function IconButton({ element, block }: ElementProps) {
  const { place, isBusy, isWaiting, isOff, press } = useElement(element, block);
  const words = wordsOf(element.text);
  const pressed = async () => {
    if (!isWaiting() && (await ask(element.confirm, place))) await press();
  };
  return (
    <button
      type="button"
      class="Button Button--icon"
      title={words}
      aria-label={element.accessibility_label ?? words}
      aria-busy={isBusy || undefined}
      disabled={isOff}
      onClick={() => void pressed()}
    >
      <Icon name={element.icon} />
      {isBusy && <span class="Element-spinner Button-spinner" />}
    </button>
  );
}
