/** usePopup: shows a list over everything else, below what it belongs to, or above it where there is more room. */

import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

const GAP = 4;
const EDGE = 8;
const TALLEST = 320;

/** Refs for the anchor and for the popup, which is shown for as long as it is there. */
export function usePopup<A extends HTMLElement, P extends HTMLElement>(
  isOpen: boolean,
  isEnd = false,
): [RefObject<A | null>, RefObject<P | null>] {
  const anchor = useRef<A>(null);
  const popup = useRef<P>(null);
  useLayoutEffect(() => {
    if (!isOpen || anchor.current === null || popup.current === null) return;
    const [from, list] = [anchor.current, popup.current];
    const again = () => lay(from, list, isEnd);
    list.showPopover?.();
    again();
    addEventListener("scroll", again, true);
    addEventListener("resize", again);
    const watch = new ResizeObserver(again);
    watch.observe(from);
    watch.observe(list);
    return () => {
      removeEventListener("scroll", again, true);
      removeEventListener("resize", again);
      watch.disconnect();
    };
  }, [isOpen, isEnd]);
  return [anchor, popup];
}

function lay(anchor: HTMLElement, popup: HTMLElement, isEnd: boolean): void {
  const at = anchor.getBoundingClientRect();
  const height = visualViewport?.height ?? innerHeight;
  const below = height - at.bottom - GAP - EDGE;
  const above = at.top - GAP - EDGE;
  const isAbove = below < Math.min(popup.scrollHeight, TALLEST) && above > below;
  const room = Math.max(80, Math.min(TALLEST, isAbove ? above : below));
  const { style } = popup;
  style.minWidth = isEnd ? "" : `${Math.min(at.width, innerWidth - 2 * EDGE)}px`;
  style.maxWidth = `${innerWidth - 2 * EDGE}px`;
  style.maxHeight = `${room}px`;
  const left = isEnd && at.left > innerWidth / 2 ? at.right - popup.offsetWidth : at.left;
  style.left = `${Math.max(EDGE, Math.min(left, innerWidth - popup.offsetWidth - EDGE))}px`;
  style.top = isAbove ? "auto" : `${at.bottom + GAP}px`;
  style.bottom = isAbove ? `${innerHeight - at.top + GAP}px` : "auto";
}
