/** Store: the parts that the server sent, kept up to date over a web socket, and read by components with `useParts`. */

import { useEffect, useRef, useState } from "preact/hooks";
import type { Answered, Json, Looking, Parts, Patch } from "./protocol";

type Listener = (changed: ReadonlySet<string>) => void;

const parts = new Map<string, unknown>();
const listeners = new Set<Listener>();
const WAIT = 500;
/** How often anything has changed. */
let version = 0;

/** Whether the server is there; part of the store as `connected`. */
export type Connection = "connecting" | "open" | "lost";

/** One part, or undefined. */
export function part<K extends keyof Parts>(key: K | `${K}/${string}`): Parts[K] | undefined {
  return parts.get(key) as Parts[K] | undefined;
}

/** Every part of a kind, in the order of their keys; of one place only where a place is given. */
export function all<K extends keyof Parts>(kind: K, within = ""): Parts[K][] {
  const prefix = `${kind}/${within}`;
  const keys = [...parts.keys()].filter((key) => key.startsWith(prefix)).sort();
  return keys.map((key) => parts.get(key) as Parts[K]);
}

/**
 * What a look at the parts gives; looked at anew whenever a part changes whose key begins with one of the prefixes.
 *
 * The component is drawn again only where that gives something else; while it gives the same, it is the same object.
 */
export function useParts<T>(prefixes: readonly string[], look: () => T): T {
  const found = useRef<T>(undefined as T);
  const now = look();
  if (!isSame(found.current, now)) found.current = now;
  const latest = useRef(look);
  latest.current = look;
  useListening(prefixes, () => !isSame(found.current, latest.current()));
  return found.current;
}

/** Draw the component again whenever a part changes whose key begins with one of the prefixes. */
export function useChanges(prefixes: readonly string[]): void {
  useListening(prefixes, () => true);
}

function useListening(prefixes: readonly string[], isNew: () => boolean): void {
  const [, again] = useState(0);
  const wanted = prefixes.join("\n");
  const painted = version;
  useEffect(() => {
    const begins = wanted.split("\n");
    const listener: Listener = (changed) => {
      for (const key of changed) {
        if (begins.some((begin) => key.startsWith(begin))) {
          if (isNew()) again((count) => count + 1);
          return;
        }
      }
    };
    listeners.add(listener);
    if (painted !== version) again((count) => count + 1); // what changed between painting and listening
    return () => void listeners.delete(listener);
  }, [wanted]);
}

/** Whether two looks gave the same: parts are replaced when they change, and lists of them are made anew each time. */
function isSame(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return Object.is(one, other);
  return one.length === other.length && one.every((item, at) => Object.is(item, other[at]));
}

/** Take a patch. */
export function take(patch: Patch): void {
  const changed = new Set<string>();
  for (const [key, value] of Object.entries(patch.set)) {
    parts.set(key, value);
    changed.add(key);
  }
  for (const key of patch.drop) {
    parts.delete(key);
    changed.add(key);
  }
  tell(changed);
}

function tell(changed: ReadonlySet<string>): void {
  version += 1;
  for (const listener of [...listeners]) listener(changed);
}

let socket: WebSocket | null = null;
let looking: Looking | null = null;
let state: Connection = "connecting";

/** Whether the server is there. */
export function connection(): Connection {
  return state;
}

/** Tell the server what is looked at; connects at the first time, and again whenever the connection is lost. */
export function look(at: Looking): void {
  looking = at;
  if (socket === null) connect();
  else if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(at));
}

function become(next: Connection): void {
  if (state === next) return;
  state = next;
  tell(new Set(["connected"]));
}

/** Who waits for an answer, by the number of what was asked. */
const waiting = new Map<number, { socket: WebSocket; answered: (answer: Answered | null) => void }>();
/** What is longer is posted: it would hold up what comes after it, and a connection does not take every size. */
const LONGEST = 100_000;
let asked = 0;

/** Whether something may be asked over the open connection. */
export const isOpen = (text: string): boolean => socket?.readyState === WebSocket.OPEN && text.length < LONGEST;

/** Ask for an act over the open connection; null where the connection ended before the answer. */
export function ask(act: Json): Promise<Answered | null> {
  const [number, open] = [++asked, socket!];
  return new Promise((answered) => {
    waiting.set(number, { socket: open, answered });
    open.send(JSON.stringify({ number, act }));
  });
}

function answer(given: Answered): void {
  waiting.get(given.answer)?.answered(given);
  waiting.delete(given.answer);
}

function connect(): void {
  const made = new WebSocket(`ws://${location.host}/page/live`);
  socket = made;
  let isFirst = true;
  made.onopen = () => made.send(JSON.stringify(looking));
  made.onmessage = (event) => {
    const said = JSON.parse(event.data as string) as Patch | Answered;
    if ("answer" in said) return answer(said);
    const patch = said;
    if (isFirst) patch.drop.push(...[...parts.keys()].filter((key) => !(key in patch.set)));
    isFirst = false;
    become("open");
    take(patch);
  };
  made.onclose = () => {
    become("lost");
    socket = null;
    for (const [number, one] of waiting) {
      if (one.socket !== made) continue;
      waiting.delete(number);
      one.answered(null);
    }
    setTimeout(() => look(looking!), WAIT);
  };
}
