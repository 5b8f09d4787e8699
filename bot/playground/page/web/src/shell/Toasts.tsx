/** Toasts: what went wrong, said at once and once; each stays until it is dismissed or has been read long enough. */

import { useEffect, useRef, useState } from "preact/hooks";
import { part, useParts } from "../store";
import { Icon } from "./Icon";
import "./Toasts.css";

export interface Toast {
  key: string;
  text: string;
}

const STAY = 12_000;
const MOST = 4;

/** The toasts, and a way to say something. Troubles from before the page was opened are not said again. */
export function useToasts(person: string): [Toast[], (text: string) => void, (key: string) => void] {
  const [toasts, set] = useState<Toast[]>([]);
  const count = useRef(0);
  const seen = useRef({ person: "", upTo: -1 });
  const troubles = useParts(["troubles", "world"], () => part("troubles"));
  const add = useRef((text: string) => {
    const key = `toast-${count.current++}`;
    set((were) => [...were.filter((one) => one.text !== text), { key, text }].slice(-MOST));
  });
  const drop = useRef((key: string) => set((were) => were.filter((one) => one.key !== key)));
  useEffect(() => {
    if (part("world")?.person !== person || troubles === undefined) return;
    const latest = Math.max(-1, ...troubles.map((one) => one.id));
    if (seen.current.person === person) {
      for (const one of troubles) if (one.id > seen.current.upTo) add.current(one.text);
    }
    seen.current = { person, upTo: latest };
  }, [troubles, person]);
  return [toasts, add.current, drop.current];
}

function Shown({ toast, onDrop }: { toast: Toast; onDrop: (key: string) => void }) {
  const [isHeld, hold] = useState(false);
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => onDrop(toast.key), STAY);
    return () => clearTimeout(timer);
  }, [isHeld]);
  return (
    <div
      class="toast"
      role="alert"
      onMouseEnter={() => hold(true)}
      onMouseLeave={() => hold(false)}
      onFocusIn={() => hold(true)}
    >
      <p>{toast.text}</p>
      <button type="button" class="toast-close" aria-label="Dismiss" onClick={() => onDrop(toast.key)}>
        <Icon name="close" />
      </button>
    </div>
  );
}

export function Toasts({ toasts, onDrop }: { toasts: Toast[]; onDrop: (key: string) => void }) {
  return (
    <div class="toasts">
      {toasts.map((toast) => (
        <Shown key={toast.key} toast={toast} onDrop={onDrop} />
      ))}
    </div>
  );
}
