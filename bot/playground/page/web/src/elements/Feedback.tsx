/** Feedback: a pair of thumbs; the one that was pressed is shown so, as the server keeps it. */

import { useState } from "preact/hooks";
import { usePlace } from "../place";
import type { ElementProps } from "./Element";
import { Icon } from "./Icon";
import { wordsOf } from "./names";
import { useElement } from "./useElement";

const HALVES = [
  ["positive", "up"],
  ["negative", "down"],
] as const;

export function Feedback({ element, block }: ElementProps) {
  const { isBusy, isWaiting, isOff, press } = useElement(element, block);
  const kept = usePlace().state[block.block_id]?.[element.action_id]?.value;
  const [mine, setMine] = useState<string | null>(null);
  const known = HALVES.find(([which]) => kept !== undefined && element[`${which}_button`]?.value === kept)?.[0];
  const chosen = mine ?? known;
  const pressed = async (which: string) => {
    if (isWaiting()) return;
    setMine(which);
    if (!(await press(undefined, which))) setMine(null);
  };
  return (
    <span class="Feedback" role="group" aria-label="Feedback">
      {HALVES.map(([which, icon]) => {
        const half = element[`${which}_button`];
        const words = wordsOf(half?.text);
        return (
          <button
            key={which}
            type="button"
            class="Button Button--icon"
            title={words}
            aria-label={half?.accessibility_label ?? words}
            aria-pressed={chosen === which}
            aria-busy={(isBusy && chosen === which) || undefined}
            disabled={isOff}
            onClick={() => void pressed(which)}
          >
            <Icon name={icon} />
            {isBusy && chosen === which && <span class="Element-spinner Button-spinner" />}
          </button>
        );
      })}
    </span>
  );
}
