/** Clamp: a long text is cut after some lines, until somebody wants all of it, by the button or by tabbing into it. */

import "./Clamp.css";
import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";

export function Clamp({ lines, children }: { lines: number; children: ComponentChildren }) {
  const [isOpen, open] = useState(false);
  const [isCut, cut] = useState(true);
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const seen = box.current;
    if (seen === null || isOpen) return;
    // What is not shown has no height, and says nothing of how much is cut.
    const measured = new ResizeObserver(() => seen.clientHeight > 0 && cut(seen.scrollHeight > seen.clientHeight + 1));
    measured.observe(seen);
    return () => measured.disconnect();
  }, [isOpen, children]);
  return (
    <div class="Clamp">
      <div
        id={id}
        ref={box}
        class={isOpen ? undefined : `Clamp-cut${isCut ? " Clamp-fades" : ""}`}
        style={isOpen ? undefined : { maxHeight: `calc(${lines} * 1lh)` }}
        onFocusCapture={isOpen ? undefined : () => open(true)}
      >
        {children}
      </div>
      {isCut || isOpen ? (
        <button
          type="button"
          class="Clamp-more"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => open(!isOpen)}
        >
          {isOpen ? "Show less" : "Show more"}
        </button>
      ) : null}
    </div>
  );
}
