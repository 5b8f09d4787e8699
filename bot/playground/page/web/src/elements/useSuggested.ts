/** useSuggested: what the app offers for what is typed, asked once typing pauses; late answers are dropped. */

import { useEffect, useRef, useState } from "preact/hooks";
import { suggest } from "../acts";
import type { Handle } from "./useElement";
import { reasonOf } from "./reason";
import { choicesOf, type Choice } from "./choices";

const PAUSE = 250;
/** How many letters Slack waits for where the app does not say. */
const LEAST = 3;

export interface Suggested {
  choices: Choice[];
  /** What is said instead of choices, or beside them. */
  note: string | null;
}

export function useSuggested({ place, element, block }: Handle, typed: string, isOpen: boolean): Suggested {
  const [found, setFound] = useState<Suggested>({ choices: [], note: null });
  const asked = useRef(0);
  const least: number = element.min_query_length ?? LEAST;
  const isShort = typed.trim().length < least;
  useEffect(() => {
    const number = ++asked.current;
    if (!isOpen || isShort || place.shown === null) return;
    const shown = place.shown;
    const say = (next: Suggested) => asked.current === number && setFound(next);
    say({ choices: [], note: "Loading …" });
    const later = setTimeout(async () => {
      try {
        const choices = choicesOf(await suggest(place.who, shown, block.block_id, element.action_id, typed));
        say({ choices, note: choices.length === 0 ? "No results" : null });
      } catch (error) {
        say({ choices: [], note: `The options could not be loaded. ${reasonOf(error)}` });
      }
    }, typed === "" ? 0 : PAUSE);
    return () => clearTimeout(later);
  }, [typed, isOpen, isShort]);
  if (isShort) return { choices: [], note: `Type ${least} or more letters to search.` };
  return found;
}
