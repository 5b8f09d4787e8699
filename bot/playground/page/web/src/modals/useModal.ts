/** useModal: what is done with a modal as a whole: handed in and closed, one thing at a time. */

import { useState } from "preact/hooks";
import { close, handIn, type Actor } from "../acts";
import { forget, settle } from "../elements/outbox";
import { reasonOf } from "../elements/reason";
import type { Place } from "../place";
import type { View } from "../protocol";
import { handedIn, useForm, type Memory } from "./forms";

export interface Handled {
  place: Place;
  memory: Memory;
  waiting: "submit" | "close" | null;
  /** How often it was refused. */
  failed: number;
  submit: () => Promise<void>;
  leave: (everything: boolean) => Promise<void>;
}

export function useModal(view: View, who: Actor): Handled {
  const { form, memory, say } = useForm(view);
  const [waiting, setWaiting] = useState<Handled["waiting"]>(null);
  const [failed, setFailed] = useState(0);
  const shown = { view: view.id };
  const trouble = (text: string) => say({ trouble: text });
  const nowhere = () => undefined; // a modal leads to no other place
  const place: Place = {
    ...{ surface: "modal", who, shown, state: view.state.values, form, trouble },
    ...{ onPerson: nowhere, onChannel: nowhere },
  };
  const during = async (what: "submit" | "close", work: () => Promise<void>) => {
    if (waiting !== null) return;
    setWaiting(what);
    await work().catch((error: unknown) => trouble(reasonOf(error)));
    setWaiting(null);
  };
  const submit = () =>
    during("submit", async () => {
      say({ errors: {}, trouble: null });
      forget(shown); // all of it goes along
      const { ok, errors, trouble } = await handIn(who, view.id, handedIn(view, memory));
      if (ok) return;
      say({ errors, trouble: [trouble, ...ofNoBlock(view, errors)].filter(Boolean).join("\n") || null });
      setFailed((count) => count + 1);
    });
  const leave = (everything: boolean) =>
    during("close", async () => {
      if (view.notify_on_close) await settle(place);
      await close(who, view.id, everything);
    });
  return { place, memory, waiting, failed, submit, leave };
}

/** What is wrong with blocks that are not there. */
function ofNoBlock(view: View, errors: Record<string, string>): string[] {
  const there = new Set(view.blocks.map((block) => block.block_id));
  return Object.entries(errors).flatMap(([block, error]) => (there.has(block) ? [] : [error]));
}
