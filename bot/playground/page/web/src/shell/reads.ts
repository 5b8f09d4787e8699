/** Reads: up to where a person has looked, by channel and by thread, for as long as the tab is open. */

import { useEffect, useState } from "preact/hooks";
import { keep, kept } from "./kept";

type Reads = Record<string, string>;

const listeners = new Set<() => void>();
const known = new Map<string, Reads>();
/** The places that are looked at: person and place. */
const watched = new Set<string>();

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

/** What comes while it is looked at is read as it comes. */
export function isUnread(person: string, place: string, latest: string): boolean {
  return !watched.has(`${person} ${place}`) && latest !== "" && latest > lastRead(person, place);
}

/** Remember that the person has seen everything up to there. */
export function markRead(person: string, place: string, ts: string): void {
  const wasUnread = isUnread(person, place, ts);
  if (ts <= lastRead(person, place)) return;
  const reads = { ...readsOf(person), [place]: ts };
  known.set(person, reads);
  keep(`read/${person}`, reads);
  if (wasUnread) for (const listener of [...listeners]) listener();
}

/** Look at a place until the returned function is called. */
export function watch(person: string, place: string): () => void {
  watched.add(`${person} ${place}`);
  return () => void watched.delete(`${person} ${place}`);
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
