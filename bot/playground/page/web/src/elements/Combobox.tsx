/** Combobox: a box to type into and a list to choose from; those chosen of several are tags before the text. */

import "./Combobox.css";
import "./Popup.css";
import { useEffect, useId } from "preact/hooks";
import { calledBy, type Choice } from "./choices";
import { Icon } from "./Icon";
import { wordsOf } from "./names";
import { Options } from "./Options";
import { isLeft } from "./Overflow";
import { useCombobox, type Box } from "./useCombobox";
import type { Handle } from "./useElement";
import { usePopup } from "./usePopup";

export interface ComboboxProps {
  handle: Handle;
  /** What is offered for what was typed. */
  choices: Choice[];
  chosen: Choice[];
  /** What is said instead of choices. */
  note: string | null;
  onTyped: (typed: string) => void;
  onOpen?: (isOpen: boolean) => void;
}

export function Combobox(props: ComboboxProps) {
  const { handle, chosen, note, choices } = props;
  const box = useCombobox(props);
  const [room, popup] = usePopup<HTMLDivElement, HTMLDivElement>(box.isOpen);
  const id = useId();
  const { element, block } = handle;
  const isMulti = String(element.type).startsWith("multi_");
  // Among buttons a select is as wide as its words.
  const isSnug = block.type === "actions" && !isMulti;
  const width = block.type === "input" ? " Combobox--wide" : isSnug ? " Combobox--snug" : "";
  const isWrong = handle.names["aria-invalid"] === true;
  const said = box.isOpen ? (note ?? `${choices.length} ${choices.length === 1 ? "choice" : "choices"}`) : "";
  return (
    <div
      ref={room}
      class={`Combobox Element-field${width}${isWrong ? " Element-field--wrong" : ""}`}
      onFocusOut={(event) => isLeft(event) && box.isOpen && box.close()}
      onMouseDown={(event) => fromAround(event)}
      onClick={(event) => (event.target as HTMLElement).closest("button, .Popup") === null && box.open()}
    >
      {isMulti && chosen.length > 0 && <Tags chosen={chosen} handle={handle} drop={box.drop} />}
      <Text id={id} box={box} {...props} />
      <Ending handle={handle} chosen={chosen} isMulti={isMulti} clear={() => box.drop("")} />
      <span class="hidden" role="status">
        {said}
      </span>
      {box.isOpen && (
        <div ref={popup} class="Popup" popover="manual" onMouseDown={(event) => event.preventDefault()}>
          <Options id={id} box={box} choices={choices} chosen={chosen} names={handle.names} isMulti={isMulti} />
          {note !== null && <p class="Popup-note">{note}</p>}
          {box.isFull && <p class="Popup-note">At most {element.max_selected_items} can be chosen.</p>}
        </div>
      )}
    </div>
  );
}

/** The text, which holds the focus: what was chosen of one, or what is typed. */
function Text({ id, box, handle, chosen, choices }: ComboboxProps & { id: string; box: Box }) {
  const { element, names, isOff, isBusy } = handle;
  const isMulti = String(element.type).startsWith("multi_");
  const holder = wordsOf(element.placeholder) || holderOf(element.type);
  const value = box.typed ?? (isMulti ? "" : (chosen[0] ? calledBy(chosen[0]) : ""));
  useEffect(() => {
    if (element.focus_on_load) document.getElementById(`${id}-text`)?.focus();
  }, [element.focus_on_load]);
  // What was chosen of one is replaced by what is typed next; WebKit lets go of what was selected as the press ends.
  useEffect(() => {
    const input = document.activeElement as HTMLInputElement;
    if (input?.id === `${id}-text` && !isMulti && box.typed === null) input.select();
  }, [value, box.typed === null, box.isOpen]);
  return (
    <input
      id={`${id}-text`}
      class="Combobox-text"
      role="combobox"
      autocomplete="off"
      spellcheck={false}
      dir="auto"
      {...names}
      aria-expanded={box.isOpen}
      aria-controls={box.isOpen ? `${id}-list` : undefined}
      aria-autocomplete="list"
      aria-activedescendant={box.isOpen && choices[box.active] ? `${id}-${box.active}` : undefined}
      aria-busy={isBusy || undefined}
      disabled={isOff}
      value={value}
      placeholder={isMulti && chosen.length > 0 ? "" : !isMulti && chosen[0] ? calledBy(chosen[0]) : holder}
      size={Math.max(10, Math.min(24, (chosen[0]?.words ?? holder).length))}
      onFocusIn={(event) => !isMulti && event.currentTarget.select()}
      onInput={(event) => {
        box.open();
        box.type(event.currentTarget.value);
      }}
      onKeyDown={box.key}
    />
  );
}

/** What Slack writes into an empty box where the app does not say. */
function holderOf(type: string): string {
  const what = [...WHAT].find(([part]) => type.includes(part))?.[1] ?? ["an option", "options"];
  return `Select ${what[type.startsWith("multi_") ? 1 : 0]}`;
}

const WHAT: ReadonlyMap<string, readonly [one: string, several: string]> = new Map([
  ["users", ["a person", "people"]],
  ["conversations", ["a conversation", "conversations"]],
  ["channels", ["a channel", "channels"]],
]);

/** What was chosen of several, each with a way to take it back. */
function Tags({ chosen, handle, drop }: { chosen: Choice[]; handle: Handle; drop: (value: string) => void }) {
  return (
    <ul class="Combobox-tags" aria-label="Chosen">
      {chosen.map((choice) => (
        <li key={choice.value} class="Combobox-tag">
          <span class="Combobox-tag-words" dir="auto">
            {calledBy(choice)}
          </span>
          <button
            type="button"
            class="Combobox-drop"
            aria-label={`Remove ${choice.words}`}
            disabled={handle.isOff}
            onClick={(event) => {
              event.currentTarget.closest(".Combobox")?.querySelector("input")?.focus();
              drop(choice.value);
            }}
          >
            <Icon name="cross" />
          </button>
        </li>
      ))}
    </ul>
  );
}

interface EndingProps {
  handle: Handle;
  chosen: Choice[];
  isMulti: boolean;
  clear: () => void;
}

/** The end of the box: that it waits, a way to choose nothing where that is allowed, and the sign that it opens. */
function Ending({ handle, chosen, isMulti, clear }: EndingProps) {
  const isClearable = !isMulti && chosen.length > 0 && handle.block.type === "input" && handle.block.optional === true;
  return (
    <span class="Combobox-ending">
      {handle.isBusy && <span class="Element-spinner Combobox-spinner" />}
      {isClearable && (
        <button type="button" class="Combobox-drop" aria-label={`Clear ${chosen[0]!.words}`} onClick={clear}>
          <Icon name="cross" />
        </button>
      )}
      <Icon name="chevron" />
    </span>
  );
}

/** A click beside the text goes to the text, and does not take the focus from it. */
function fromAround(event: MouseEvent): void {
  const target = event.target as HTMLElement;
  if (target.tagName === "INPUT" || target.closest("button, .Popup")) return;
  event.preventDefault();
  (event.currentTarget as HTMLElement).querySelector("input")?.focus();
}
