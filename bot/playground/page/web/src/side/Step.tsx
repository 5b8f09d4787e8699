/** Step: a line of an answer: what was done, how long it took, and a bar that says when; its JSON to unfold. */

import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { KINDS, type Problem } from "./trace";
import { lasting } from "./words";

interface StepProps {
  name: string;
  /** Where it begins and how long it lasts, in seconds since the delivery. */
  begin: number;
  seconds: number | null;
  total: number;
  mark: string;
  problems: Problem[];
  isAck?: boolean;
  isOpen?: boolean;
  children: () => ComponentChildren;
}

export function Step({ name, begin, seconds, total, mark, problems, isAck, isOpen, children }: StepProps) {
  const [open, setOpen] = useState(isOpen ?? false);
  useEffect(() => {
    if (isOpen) setOpen(true);
  }, [isOpen]);
  const share = (part: number): string =>
    `${Math.min(100, Math.max(0, total > 0 ? (100 * part) / total : 0)).toFixed(2)}%`;
  const kind = problems[0]?.kind;
  return (
    <li>
      <details
        class={`step${mark ? " step-marked" : ""}`}
        open={open}
        onToggle={(event) => setOpen(event.currentTarget.open)}
      >
        <summary>
          <span class="step-name">{breakable(name)}</span>
          <span class="step-time">
            {kind && <span class={`side-badge side-${kind}`}>{KINDS[kind]}</span>}
            {seconds === null ? "no answer" : lasting(seconds)}
            <span class="hidden">
              , after {lasting(begin)}
              {mark}
            </span>
          </span>
          <span class="step-track" aria-hidden="true">
            <span
              class={`step-bar${isAck ? " step-ack" : ""}${kind ? ` step-${kind}` : ""}`}
              style={{ insetInlineStart: share(begin), inlineSize: share(seconds ?? total) }}
            />
          </span>
        </summary>
        {open && <div class="step-inside">{children()}</div>}
      </details>
    </li>
  );
}

/** The name of a method, which may break after its dots. */
const breakable = (name: string) => name.split(".").flatMap((part, at) => (at ? [".", <wbr />, part] : [part]));
