/** Menu: a button that opens a list of things to do; arrows, Home, End and the first letters move in it. */

import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import { Popup } from "./Popup";
import "./Menu.css";

export interface Item {
  key: string;
  label: string;
  note?: string;
  /** Whether it is the one that holds; undefined where that makes no sense. */
  isChosen?: boolean;
  isDanger?: boolean;
  /** Words above it, where a new group begins. */
  heading?: string;
  picture?: ComponentChildren;
  onChoose: () => void;
}

export interface MenuGiven {
  label: string;
  items: Item[];
  children: ComponentChildren;
  class?: string;
  title?: string;
  /** Whether what stands in the button is its name, and `label` only that of the list. */
  isNamed?: boolean;
  /** Told when it is opened and closed, so that whatever it stands on stays there. */
  onOpen?: (isOpen: boolean) => void;
}

function move(event: KeyboardEvent): void {
  const sheet = event.currentTarget as HTMLElement;
  const rows = [...sheet.querySelectorAll<HTMLElement>(".menu-item")];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const steps: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1 + rows.length,
    Home: 0,
    End: -1 + rows.length,
  };
  let to = steps[event.key];
  if (to === undefined && event.key.length === 1) {
    const letter = event.key.toLowerCase();
    const found = rows.findIndex((_, index) =>
      rows[(at + 1 + index) % rows.length]!.dataset.label!.toLowerCase().startsWith(letter),
    );
    if (found >= 0) to = at + 1 + found;
  }
  if (to === undefined) return;
  event.preventDefault();
  rows[to % rows.length]?.focus();
}

export function MenuSheet({
  anchor,
  label,
  items,
  onClose,
}: {
  anchor: HTMLElement;
  label: string;
  items: Item[];
  onClose: () => void;
}) {
  const choose = (item: Item) => {
    onClose();
    item.onChoose();
  };
  const key = (event: KeyboardEvent) => (event.key === "Tab" ? onClose() : move(event));
  return (
    <Popup anchor={anchor} label={label} role="menu" onClose={onClose} onKeyDown={key}>
      {items.map((item) => (
        <>
          {item.heading && (
            <div class="menu-heading" role="presentation">
              {item.heading}
            </div>
          )}
          <button
            key={item.key}
            type="button"
            class={`menu-item${item.isDanger ? " menu-danger" : ""}`}
            role={item.isChosen === undefined ? "menuitem" : "menuitemradio"}
            aria-checked={item.isChosen}
            data-label={item.label}
            data-first={item.isChosen ? "" : undefined}
            tabIndex={-1}
            onClick={() => choose(item)}
          >
            {item.picture}
            <span class="menu-label">
              {item.label}
              {item.note && <small>{item.note}</small>}
            </span>
            {item.isChosen && <span aria-hidden="true">✓</span>}
          </button>
        </>
      ))}
    </Popup>
  );
}

export function Menu({ label, items, children, class: kind = "", title, isNamed, onOpen }: MenuGiven) {
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, set] = useState(false);
  const open = (next: boolean) => {
    set(next);
    onOpen?.(next);
  };
  return (
    <>
      <button
        type="button"
        ref={button}
        class={kind}
        aria-label={isNamed ? undefined : label}
        title={title}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => open(!isOpen)}
      >
        {children}
      </button>
      {isOpen && <MenuSheet anchor={button.current!} label={label} items={items} onClose={() => open(false)} />}
    </>
  );
}
