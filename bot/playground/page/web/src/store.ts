/** Store: the parts that the server sent, kept up to date over a web socket, and read by components with `useParts`. */

import { useEffect, useState } from "preact/hooks";
import type { Looking, Parts, Patch } from "./protocol";

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

/** What a look at the parts gives; looked at anew whenever a part changes whose key begins with one of the prefixes. */
export function useParts<T>(prefixes: readonly string[], look: () => T): T {
  const [, again] = useState(0);
  const wanted = prefixes.join("\n");
  const painted = version;
  useEffect(() => {
    const begins = wanted.split("\n");
    const listener: Listener = (changed) => {
      for (const key of changed) {
        if (begins.some((begin) => key.startsWith(begin))) {
          again((count) => count + 1);
          return;
        }
      }
    };
    listeners.add(listener);
    if (painted !== version) again((count) => count + 1); // what changed between painting and listening
    return () => void listeners.delete(listener);
  }, [wanted]);
  return look();
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

function connect(): void {
  const made = new WebSocket(`ws://${location.host}/page/live`);
  socket = made;
  let isFirst = true;
  made.onopen = () => made.send(JSON.stringify(looking));
  made.onmessage = (event) => {
    const patch = JSON.parse(event.data as string) as Patch;
    if (isFirst) patch.drop.push(...[...parts.keys()].filter((key) => !(key in patch.set)));
    isFirst = false;
    become("open");
    take(patch);
  };
  made.onclose = () => {
    become("lost");
    socket = null;
    setTimeout(() => look(looking!), WAIT);
  };
}
