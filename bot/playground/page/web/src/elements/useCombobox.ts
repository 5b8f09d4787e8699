/**
 * useCombobox: what the keys and the pointer do to a combobox, by the ARIA pattern: the focus stays in the text, and
 * the choice that it points at is told by its id.
 */

import { useState } from "preact/hooks";
import type { Choice } from "./choices";
import { isComposing } from "./composing";
import type { Handle } from "./useElement";
import { several } from "./values";

export interface Box {
  isOpen: boolean;
  /** What was typed since it was opened; null where nothing was. */
  typed: string | null;
  /** Which choice the keys point at; -1 for none. */
  active: number;
  isFull: boolean;
  open: () => void;
  close: () => void;
  type: (text: string) => void;
  point: (index: number) => void;
  pick: (choice: Choice) => void;
  drop: (value: string) => void;
  key: (event: KeyboardEvent) => void;
}

const PAGE = 8;

interface Given {
  handle: Handle;
  choices: Choice[];
  chosen: Choice[];
  onTyped: (typed: string) => void;
  onOpen?: (isOpen: boolean) => void;
}

export function useCombobox({ handle, choices, chosen, onTyped, onOpen }: Given): Box {
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState<string | null>(null);
  const [active, setActive] = useState(-1);
  const { element, choose } = handle;
  const isMulti = String(element.type).startsWith("multi_");
  const values = several(handle.value);
  const isFull = isMulti && values.length >= (element.max_selected_items ?? Infinity);

  const type = (text: string | null) => {
    setTyped(text);
    onTyped(text ?? "");
    setActive(0); // the first that fits
  };
  const open = () => {
    if (handle.isOff || isOpen) return;
    setOpen(true);
    setActive(choices.findIndex((one) => values.includes(one.value)));
    onOpen?.(true);
  };
  const close = () => {
    setOpen(false);
    onOpen?.(false);
    type(null);
  };
  const drop = (value: string) => void choose(isMulti ? values.filter((one) => one !== value) : null);
  const pick = (choice: Choice) => {
    const isChosen = values.includes(choice.value);
    if (isMulti && isFull && !isChosen) return;
    if (!isMulti) close();
    else if (typed !== null) type(null);
    if (isMulti && isChosen) drop(choice.value);
    else if (!isChosen) void choose(isMulti ? [...values, choice.value] : choice.value);
  };
  const point = (index: number) => setActive(Math.max(0, Math.min(choices.length - 1, index)));
  const move = (by: number) => {
    if (!isOpen) {
      open();
      return point(choices.findIndex((one) => values.includes(one.value)));
    }
    if (Math.abs(by) > 1 || choices.length === 0) point(active + by);
    else setActive((Math.max(active, by < 0 ? 0 : -1) + by + choices.length) % choices.length);
  };
  const key = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE };
    const pointed = choices[active];
    const last = chosen.at(-1);
    if (event.key in moves) move(moves[event.key]!);
    else if (event.key === "Enter" && isOpen && !event.ctrlKey && !event.metaKey) pointed && pick(pointed);
    else if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) open();
    else if (event.key === "Escape" && isOpen) close();
    else if (event.key === "Backspace" && isMulti && !typed && last) return drop(last.value);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { isOpen, typed, active, isFull, open, close, type, point, pick, drop, key };
}
