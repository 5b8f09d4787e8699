/**
 * Outbox: what is pressed in one place reaches the server in the order in which it was pressed.
 *
 * An app that is told of a press in a modal sees everything filled in so far, so what was only written down goes first.
 */

import { press, type Shown } from "../acts";
import type { Place } from "../place";
import type { Json } from "../protocol";

interface Draft {
  block: string;
  action: string;
  value: Json;
}

const tails = new Map<string, Promise<unknown>>();
const drafts = new Map<string, Map<string, Draft>>();

const nameOf = (shown: Shown) => ("view" in shown ? shown.view : `${shown.channel}/${shown.ts}`);

/** Press, once everything that was pressed here before has been. */
export function send(place: Place, block: string, action: string, value?: Json, which?: string): Promise<Json> {
  const shown = place.shown!;
  return inOrder(shown, async () => {
    drafts.get(nameOf(shown))?.delete(`${block}/${action}`);
    await flush(place);
    return press(place.who, shown, block, action, value, which);
  });
}

/** Remember what was written into a modal and not yet told to the server. */
export function note(shown: Shown, block: string, action: string, value: Json): void {
  const name = nameOf(shown);
  if (!drafts.has(name)) drafts.set(name, new Map());
  drafts.get(name)!.set(`${block}/${action}`, { block, action, value });
}

/** Forget what was written down: the modal is handed in whole, or gone. */
export function forget(shown: Shown): void {
  drafts.delete(nameOf(shown));
}

/** Tell the server what was only written down, before a modal is closed. */
export function settle(place: Place): Promise<void> {
  return inOrder(place.shown!, () => flush(place));
}

async function flush(place: Place): Promise<void> {
  const noted = [...(drafts.get(nameOf(place.shown!))?.values() ?? [])];
  forget(place.shown!);
  for (const { block, action, value } of noted) {
    // What cannot be taken yet, as half an address, is no trouble before the modal is handed in.
    await press(place.who, place.shown!, block, action, value).catch(() => null);
  }
}

function inOrder<T>(shown: Shown, work: () => Promise<T>): Promise<T> {
  const name = nameOf(shown);
  const mine = (tails.get(name) ?? Promise.resolve()).then(work, work);
  tails.set(name, mine);
  const clear = () => void (tails.get(name) === mine && tails.delete(name));
  mine.then(clear, clear);
  return mine;
}
