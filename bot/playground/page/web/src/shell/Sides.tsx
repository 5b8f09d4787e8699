/** Sides: a thread and a panel beside a channel; where both have no room, one is in front, and there is a way back. */

import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { inspect as ask } from "../side/asked";
import { useMedia } from "./shell";
import { titleOfPanel } from "./SidePane";
import type { Panel } from "./TopBar";
import "./Sides.css";

export type Front = "thread" | "panel";

/** The panel that is open and, where it shares its place with a thread, which of both is seen: the one opened last. */
export function useSides(thread: string | null) {
  const isNarrow = useMedia("(max-width: 1279px)");
  const [panel, open] = useState<Panel>(null);
  const [front, setFront] = useState<Front>("panel");
  const from = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (thread !== null) setFront("thread");
  }, [thread]);
  const setPanel = useCallback((next: Panel) => {
    open(next);
    setFront("panel");
  }, []);
  const closePanel = useCallback(() => {
    const isInside = document.activeElement?.closest(".sidepane") !== null;
    open(null);
    // The focus goes back to the message that was asked about, where it still stands.
    if (isInside) from.current?.focus();
  }, []);
  const inspect = useCallback((message: { channel: string; ts: string }) => {
    from.current = document.activeElement?.closest<HTMLElement>(".message") ?? null;
    ask(message);
    setPanel("inspector");
    requestAnimationFrame(() => document.querySelector<HTMLElement>(".sidepane")?.focus());
  }, []);
  const isBoth = isNarrow && panel !== null && thread !== null;
  return { panel, setPanel, closePanel, front: isBoth ? front : null, setFront, inspect };
}

interface SidesGiven {
  panel: Exclude<Panel, null>;
  front: Front;
  onFront: (front: Front) => void;
}

export function Sides({ panel, front, onFront }: SidesGiven) {
  const both: [Front, string][] = [["thread", "Thread"], ["panel", titleOfPanel(panel)]];
  return (
    <div class="sides" role="group" aria-label="Beside the channel">
      {both.map(([key, label]) => (
        <button key={key} type="button" class="sides-one" aria-pressed={front === key} onClick={() => onFront(key)}>
          {label}
        </button>
      ))}
    </div>
  );
}
