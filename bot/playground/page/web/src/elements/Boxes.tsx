/** Boxes: check boxes, and radio buttons, each with words and a description that may have markup. */

import "./Boxes.css";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { Json } from "../protocol";
import type { ElementProps } from "./Element";
import { useElement } from "./useElement";
import { several } from "./values";
import { Words } from "./Words";

export function Boxes({ element, block }: ElementProps) {
  const { value, names, isBusy, isOff, choose } = useElement(element, block);
  const isMulti = element.type === "checkboxes";
  const chosen = several(value);
  const group = useId();
  const room = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (element.focus_on_load) room.current?.querySelector("input")?.focus();
  }, [element.focus_on_load]);
  const options: Json[] = element.options ?? [];
  const [, again] = useState(0);
  const toggle = (option: string) => {
    const next = options.map((one) => one.value).filter((one) => (one === option) !== chosen.includes(one));
    // Drawn anew in any case: a question may have been answered with no, and then the click shows what does not hold.
    void choose(isMulti ? next : option).then(() => again((count) => count + 1));
  };
  return (
    <div
      ref={room}
      class="Boxes"
      role={isMulti ? "group" : "radiogroup"}
      aria-busy={isBusy || undefined}
      {...(isMulti ? { ...names, "aria-invalid": undefined } : names)}
    >
      {options.map((option, index) => (
        <label key={index} class="Boxes-one">
          <input
            class="Boxes-box"
            type={isMulti ? "checkbox" : "radio"}
            name={group}
            checked={chosen.includes(option.value)}
            disabled={isOff}
            aria-invalid={names["aria-invalid"]}
            aria-describedby={option.description ? `${group}-${index}` : undefined}
            aria-labelledby={`${group}-${index}-words`}
            onChange={() => toggle(option.value)}
          />
          <span class="Boxes-words">
            <span id={`${group}-${index}-words`} dir="auto">
              <Words text={option.text} />
            </span>
            {option.description && (
              <span class="Boxes-description" id={`${group}-${index}`} dir="auto">
                <Words text={option.description} />
              </span>
            )}
          </span>
        </label>
      ))}
    </div>
  );
}
