/** Overflow: a menu behind three dots, by the ARIA pattern of a menu button. */

import "./Popup.css";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Json } from "../protocol";
import { ask } from "./ask";
import { addressOf } from "./Button";
import type { ElementProps } from "./Element";
import { Icon } from "./Icon";
import { wordsOf } from "./names";
import { useElement, type Handle } from "./useElement";
import { usePopup } from "./usePopup";
import { Words } from "./Words";

export function Overflow({ element, block }: ElementProps) {
  const handle = useElement(element, block);
  const [opened, setOpened] = useState<number | null>(null);
  const [button, menu] = usePopup<HTMLButtonElement, HTMLDivElement>(opened !== null, true);
  const options: Json[] = element.options ?? [];
  const close = () => {
    setOpened(null);
    button.current?.focus();
  };
  const keyed = (event: KeyboardEvent) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    setOpened(event.key === "ArrowDown" ? 0 : options.length - 1);
  };
  return (
    <span class="Overflow" onFocusOut={(event) => isLeft(event) && setOpened(null)}>
      <button
        ref={button}
        type="button"
        class="Button Button--icon Button--more"
        aria-haspopup="menu"
        aria-expanded={opened !== null}
        aria-label={handle.names["aria-label"] ?? "More actions"}
        aria-busy={handle.isBusy || undefined}
        disabled={handle.isOff}
        onClick={() => setOpened(opened === null ? 0 : null)}
        onKeyDown={keyed}
      >
        <Icon name="more" />
        {handle.isBusy && <span class="Element-spinner Button-spinner" />}
      </button>
      {opened !== null && (
        <div
          ref={menu}
          class="Popup"
          popover="manual"
          role="menu"
          aria-label="More actions"
          onMouseDown={(event) => event.preventDefault()}
        >
          <Items options={options} first={opened} close={close} pick={(option) => void pick(handle, option)} />
        </div>
      )}
    </span>
  );
}

interface ItemsProps {
  options: Json[];
  first: number;
  close: () => void;
  pick: (option: Json) => void;
}

/** What the menu offers; the focus walks through it. */
function Items({ options, first, close, pick }: ItemsProps) {
  const list = useRef<HTMLDivElement>(null);
  const all = () => [...(list.current?.children ?? [])] as HTMLElement[];
  useEffect(() => all()[first]?.focus(), [first]);
  const keyed = (event: KeyboardEvent) => {
    if (event.key === "Tab") return;
    const items = all();
    const next = nextOf(event, items, options);
    if (next !== undefined) items[next]?.focus();
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div ref={list} role="none" onKeyDown={keyed}>
      {options.map((option, index) => (
        <Item key={index} option={option} pick={() => (close(), pick(option))} />
      ))}
    </div>
  );
}

function Item({ option, pick }: { option: Json; pick: () => void }) {
  return (
    <button
      type="button"
      class="Popup-item"
      role="menuitem"
      tabIndex={-1}
      onClick={pick}
      onMouseMove={(event) => event.currentTarget.focus()}
    >
      <span class="Popup-words" dir="auto">
        <Words text={option.text} />
        {option.description && (
          <span class="Popup-description">
            <Words text={option.description} />
          </span>
        )}
      </span>
    </button>
  );
}

/** Open the address of what was picked, and tell the app. */
async function pick({ element, place, press, isWaiting }: Handle, option: Json): Promise<void> {
  if (isWaiting() || !(await ask(element.confirm, place))) return;
  const address = addressOf(option.url);
  if (address !== undefined) window.open(address, "_blank", "noopener,noreferrer");
  await press(option.value ?? wordsOf(option.text));
}

/** Where a key leads to: arrows go around, a letter to the next that begins with it. */
function nextOf(event: KeyboardEvent, items: HTMLElement[], options: Json[]): number | undefined {
  const at = items.indexOf(document.activeElement as HTMLElement);
  const count = items.length;
  if (event.key === "ArrowDown") return (at + 1) % count;
  if (event.key === "ArrowUp") return (at - 1 + count) % count;
  if (event.key === "Home") return 0;
  if (event.key === "End") return count - 1;
  if (event.key.length !== 1 || event.key === " " || event.ctrlKey || event.metaKey) return undefined;
  const letter = event.key.toLowerCase();
  for (let step = 1; step <= count; step++) {
    const index = (at + step) % count;
    if (wordsOf(options[index]?.text).toLowerCase().startsWith(letter)) return index;
  }
  return undefined;
}

/** Whether the focus left the whole of it. */
export function isLeft(event: FocusEvent): boolean {
  return !(event.currentTarget as HTMLElement).contains(event.relatedTarget as Node | null);
}
