/** Scrolls sideways: what is too wide scrolls inside itself, and can be reached by keyboard where it does. */

import "./Table.css";
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";

export function ScrollsSideways({ name, children }: { name: string; children: ComponentChildren }) {
  const box = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useLayoutEffect(() => {
    const seen = box.current;
    if (seen === null) return;
    const measured = new ResizeObserver(() => setScrolls(seen.scrollWidth > seen.clientWidth + 1));
    measured.observe(seen);
    return () => measured.disconnect();
  }, []);
  const reached = scrolls ? { tabIndex: 0, role: "region" as const, "aria-label": name } : {};
  return (
    <div class="Table-scroll" ref={box} {...reached}>
      {children}
    </div>
  );
}
