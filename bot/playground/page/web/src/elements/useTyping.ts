/** useTyping: tells the app what is typed, where and when it asked to be told; elsewhere only writes it down. */

import { useEffect, useRef } from "preact/hooks";
import type { Json } from "../protocol";
import type { Handle } from "./useElement";
import { isSame } from "./values";

const REST = 400;

export interface Typing {
  isOnEnter: boolean;
  typed: (value: Json) => void;
  /** Take what was typed now, as when Enter is pressed. */
  enter: (value: Json) => void;
  /** Take what was typed when the focus leaves: where Enter makes a new line it tells nothing. */
  left: (value: Json) => void;
}

export function useTyping({ element, place, isTold, value, write, press }: Handle, isMulti: boolean): Typing {
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const told = useRef<Json>(value);
  useEffect(() => () => clearTimeout(resting.current), []);
  const on: string[] = element.dispatch_action_config?.trigger_actions_on ?? ["on_enter_pressed"];
  const isInForm = place.form !== null;
  const tell = (next: Json) => {
    clearTimeout(resting.current);
    told.current = next;
    void press(next);
  };
  return {
    isOnEnter: isTold && on.includes("on_enter_pressed"),
    typed: (next) => {
      write(next);
      clearTimeout(resting.current);
      if (isTold && on.includes("on_character_entered")) resting.current = setTimeout(() => tell(next), REST);
    },
    enter: (next) => {
      if (isTold && on.includes("on_enter_pressed")) tell(next);
    },
    // Outside of a modal nothing is handed in: what was written is kept when it is left, even if no app is told.
    left: (next) => {
      const isWanted = isTold ? isMulti : !isInForm;
      if (isWanted && place.shown !== null && !isSame(told.current, next)) tell(next);
    },
  };
}
