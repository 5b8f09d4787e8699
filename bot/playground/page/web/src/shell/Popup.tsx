/** Popup: a small sheet beside the button that opened it; Escape or a press elsewhere closes it, the focus returns. */

import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import "./Popup.css";

const GAP = 6;

export interface PopupGiven {
  anchor: HTMLElement;
  label: string;
  role?: "dialog" | "menu";
  onClose: () => void;
  children: ComponentChildren;
  onKeyDown?: (event: KeyboardEvent) => void;
}

/** Under the anchor, or over it where there is no room, and always inside of the window. */
function put(box: HTMLElement, anchor: HTMLElement): void {
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = box;
  const fitsUnder = at.bottom + GAP + height <= innerHeight - GAP;
  const top = fitsUnder ? at.bottom + GAP : Math.max(GAP, at.top - GAP - height);
  const left = at.left + width > innerWidth - GAP ? at.right - width : at.left;
  box.style.top = `${Math.min(top, Math.max(GAP, innerHeight - GAP - height))}px`;
  box.style.left = `${Math.max(GAP, Math.min(left, innerWidth - GAP - width))}px`;
}

export function Popup({ anchor, label, role = "dialog", onClose, children, onKeyDown }: PopupGiven) {
  const box = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useLayoutEffect(() => put(box.current!, anchor));
  // Before it is painted: whoever sees it may press a key that is meant for it.
  useLayoutEffect(() => {
    const sheet = box.current!;
    const first = sheet.querySelector<HTMLElement>("[data-first]") ?? sheet.querySelector<HTMLElement>("input, button");
    (first ?? sheet).focus();
    const pressed = (event: Event) => {
      const target = event.target as Node;
      if (!sheet.contains(target) && !anchor.contains(target)) close.current();
    };
    const resized = () => put(sheet, anchor);
    // What is loaded late makes the sheet larger.
    const watch = new ResizeObserver(resized);
    watch.observe(sheet);
    document.addEventListener("pointerdown", pressed, true);
    addEventListener("resize", resized);
    return () => {
      watch.disconnect();
      document.removeEventListener("pointerdown", pressed, true);
      removeEventListener("resize", resized);
      if (sheet.contains(document.activeElement) || document.activeElement === document.body) anchor.focus();
    };
  }, [anchor]);
  const key = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === "Escape") {
      event.preventDefault();
      onClose();
    } else onKeyDown?.(event);
  };
  const left = (event: FocusEvent) => {
    const next = event.relatedTarget as Node | null;
    if (next !== null && !box.current!.contains(next) && !anchor.contains(next)) onClose();
  };
  return (
    <div class="popup" ref={box} role={role} aria-label={label} tabIndex={-1} onKeyDown={key} onFocusOut={left}>
      {children}
    </div>
  );
}
