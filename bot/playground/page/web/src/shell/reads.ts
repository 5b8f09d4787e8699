/** Reads: up to where a person has looked, by channel and by thread, for as long as the tab is open. */

import { useEffect, useState } from "preact/hooks";
import { keep, kept } from "./kept";

type Reads = Record<string, string>;

const listeners = new Set<() => void>();
const known = new Map<string, Reads>();

function readsOf(person: string): Reads {
  let reads = known.get(person);
  if (reads === undefined) {
    reads = kept<Reads>(`read/${person}`, {});
    known.set(person, reads);
  }
  return reads;
}

/** The latest ts that the person has looked at: of a channel, or of `channel/thread`. */
export function lastRead(person: string, place: string): string {
  return readsOf(person)[place] ?? "";
}

export function isUnread(person: string, place: string, latest: string): boolean {
  return latest !== "" && latest > lastRead(person, place);
}

/** Remember that the person has seen everything up to there. */
export function markRead(person: string, place: string, ts: string): void {
  if (!isUnread(person, place, ts)) return;
  const reads = { ...readsOf(person), [place]: ts };
  known.set(person, reads);
  keep(`read/${person}`, reads);
  for (const listener of [...listeners]) listener();
}

/** Draw the component again whenever something was read. */
export function useReads(): void {
  const [, again] = useState(0);
  useEffect(() => {
    const listener = () => again((count) => count + 1);
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);
}
