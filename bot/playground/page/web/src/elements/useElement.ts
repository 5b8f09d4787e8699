/**
 * useElement: the value of one element and what is done with it.
 *
 * In a modal a value is written down, and told to the app where the element stands alone or its block dispatches. In a
 * message and in Home each choice is told at once, and shown before the server has answered.
 */

import { useEffect, useRef, useState } from "preact/hooks";
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
  /** Whether something that was pressed is not answered after a moment: most is over before anybody could see it. */
  isBusy: boolean;
  /** Whether something that was pressed is not answered yet. */
  isWaiting: () => boolean;
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
  const [isBusy, isWaiting, during] = useBusy();
  const at = [String(block.block_id), String(element.action_id)] as const;
  const known = place.state[at[0]]?.[at[1]];
  const isTold = block.type !== "input" || block.dispatch_action === true;
  const value = valueOf(place, at, element, mine, known);

  const press = async (pressed?: Json, which?: string) => {
    try {
      await during(send(place, ...at, pressed, which));
      return true;
    } catch (error) {
      place.trouble(reasonOf(error));
      return false;
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
    ...{ isBusy, isWaiting, isOff, isTold, choose, write, press },
  };
}

const MOMENT = 300;

/** Whether something is underway, for the eye after a moment and for the next press at once. */
function useBusy(): [boolean, () => boolean, <T>(work: Promise<T>) => Promise<T>] {
  const [isBusy, setBusy] = useState(false);
  const underway = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const during = async <T,>(work: Promise<T>) => {
    if (++underway.current === 1) timer.current = setTimeout(() => setBusy(true), MOMENT);
    try {
      return await work;
    } finally {
      if (--underway.current === 0) {
        clearTimeout(timer.current);
        setBusy(false);
      }
    }
  };
  return [isBusy, () => underway.current > 0, during];
}

function valueOf(place: Place, at: readonly [string, string], element: Json, mine: Mine | null, known: Json): Json {
  const filled = place.form?.values[at[0]];
  if (filled !== undefined && at[1] in filled) return filled[at[1]];
  if (mine !== null && isSame(mine.over, known)) return mine.value;
  return bare(kept(element, known));
}
