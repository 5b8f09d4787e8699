/** Options: the list of a combobox, under headings where there are groups; a very long one is cut, and says so. */

import { useEffect } from "preact/hooks";
import type { Choice } from "./choices";
import { Icon } from "./Icon";
import type { Names } from "./names";
import type { Box } from "./useCombobox";
import { Words } from "./Words";

const MOST = 200;

export interface OptionsProps {
  id: string;
  box: Box;
  choices: Choice[];
  chosen: Choice[];
  names: Names;
  isMulti: boolean;
}

export function Options({ id, box, choices, chosen, names, isMulti }: OptionsProps) {
  useEffect(() => {
    document.getElementById(`${id}-${box.active}`)?.scrollIntoView({ block: "nearest" });
  }, [id, box.active]);
  const values = new Set(chosen.map((choice) => choice.value));
  const shown = choices.slice(0, MOST);
  const option = (choice: Choice, index: number) => (
    <Option
      key={`${index}/${choice.value}`}
      id={`${id}-${index}`}
      choice={choice}
      isActive={index === box.active}
      isChosen={values.has(choice.value)}
      isOff={box.isFull && !values.has(choice.value)}
      pick={() => box.pick(choice)}
      point={() => box.point(index)}
    />
  );
  return (
    <>
      <div
        id={`${id}-list`}
        class="Popup-list"
        role="listbox"
        aria-label={names["aria-label"]}
        aria-labelledby={names["aria-labelledby"]}
        aria-multiselectable={isMulti || undefined}
      >
        {grouped(shown).map(({ heading, from, of }) =>
          heading === undefined ? (
            of.map((choice, at) => option(choice, from + at))
          ) : (
            <div key={from} role="group" aria-labelledby={`${id}-group-${from}`}>
              <div class="Popup-group" id={`${id}-group-${from}`} role="presentation">
                {heading}
              </div>
              {of.map((choice, at) => option(choice, from + at))}
            </div>
          ),
        )}
      </div>
      {choices.length > MOST && <p class="Popup-note">Type to find the other {choices.length - MOST}.</p>}
    </>
  );
}

interface OptionProps {
  id: string;
  choice: Choice;
  isActive: boolean;
  isChosen: boolean;
  isOff: boolean;
  pick: () => void;
  point: () => void;
}

function Option({ id, choice, isActive, isChosen, isOff, pick, point }: OptionProps) {
  return (
    <div
      id={id}
      class={`Popup-item${isActive ? " Popup-item--active" : ""}`}
      role="option"
      aria-selected={isChosen}
      aria-disabled={isOff || undefined}
      onClick={pick}
      onMouseMove={() => !isActive && point()}
    >
      {choice.sign && (
        <span class="Popup-sign" aria-hidden="true">
          {choice.sign}
        </span>
      )}
      <span class="Popup-words" dir="auto">
        {choice.text ? <Words text={choice.text} /> : choice.words}
        {choice.description && (
          <span class="Popup-description">
            <Words text={choice.description} />
          </span>
        )}
      </span>
      {isChosen && <Icon name="tick" />}
    </div>
  );
}

interface Group {
  heading: string | undefined;
  /** The number of its first choice. */
  from: number;
  of: Choice[];
}

function grouped(choices: Choice[]): Group[] {
  const groups: Group[] = [];
  choices.forEach((choice, index) => {
    const last = groups.at(-1);
    if (last !== undefined && last.heading === choice.group) last.of.push(choice);
    else groups.push({ heading: choice.group, from: index, of: [choice] });
  });
  return groups;
}
