/**
 * useElement: the value of one element and what is done with it.
 *
 * In a modal a value is written down, and told to the app where the element stands alone or its block dispatches. In a
 * message and in Home each choice is told at once, and shown before the server has answered.
 */

import { useState } from "preact/hooks";
import { usePlace, type Place } from "../place";
import type { Json } from "../protocol";
import { ask } from "./ask";
import { namesOf, type Names } from "./names";
import { note, send } from "./outbox";
import { reasonOf } from "./reason";
import { bare, isSame, kept } from "./values";

export interface Handle {
  place: Place;
  element: Json;
  block: Json;
  /** The value, bare. */
  value: Json;
  /** The value as the server keeps it, with the words of options. */
  kept: Json;
  /** Its names for screen readers. */
  names: Names;
  /** Whether something that was pressed is not answered yet. */
  isBusy: boolean;
  /** Whether nothing can be done here. */
  isOff: boolean;
  /** Whether the app is told of choices. */
  isTold: boolean;
  /** Take a value: write it down, and tell the app where it is told. */
  choose: (value: Json) => Promise<void>;
  /** Only write a value down, in a modal. */
  write: (value: Json) => void;
  /** Press, with a value or without; gives whether it was taken. */
  press: (value?: Json, which?: string) => Promise<boolean>;
}

interface Mine {
  value: Json;
  /** What the server kept when this was chosen: once that changes, the server knows better. */
  over: Json;
}

export function useElement(element: Json, block: Json): Handle {
  const place = usePlace();
  const [mine, setMine] = useState<Mine | null>(null);
  const [underway, setUnderway] = useState(0);
  const at = [String(block.block_id), String(element.action_id)] as const;
  const known = place.state[at[0]]?.[at[1]];
  const isTold = block.type !== "input" || block.dispatch_action === true;
  const value = valueOf(place, at, element, mine, known);

  const press = async (pressed?: Json, which?: string) => {
    setUnderway((count) => count + 1);
    try {
      await send(place, ...at, pressed, which);
      return true;
    } catch (error) {
      place.trouble(reasonOf(error));
      return false;
    } finally {
      setUnderway((count) => count - 1);
    }
  };
  const write = (next: Json) => {
    if (place.form === null) return setMine({ value: next, over: known });
    place.form.set(...at, next);
    if (place.shown !== null) note(place.shown, ...at, next);
  };
  const choose = async (next: Json) => {
    // Without a question the value is there at once: keys that hand a modal in may follow directly.
    if (place.shown === null || (isTold && element.confirm && !(await ask(element.confirm, place)))) return;
    write(next);
    const isWritten = place.form !== null && !isTold;
    if (!isWritten && !(await press(next)) && place.form === null) setMine(mine);
  };
  const names = namesOf(element, block, place.form?.errors[at[0]]);
  const isOff = place.shown === null;
  return {
    ...{ place, element, block, value, kept: kept(element, known), names },
    ...{ isBusy: underway > 0, isOff, isTold, choose, write, press },
  };
}

function valueOf(place: Place, at: readonly [string, string], element: Json, mine: Mine | null, known: Json): Json {
  const filled = place.form?.values[at[0]];
  if (filled !== undefined && at[1] in filled) return filled[at[1]];
  if (mine !== null && isSame(mine.over, known)) return mine.value;
  return bare(kept(element, known));
}
