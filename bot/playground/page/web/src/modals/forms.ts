/**
 * Forms: what is filled into each open modal, kept while another one lies over it.
 *
 * When the app updates a modal, what was filled in stays where block id and action id stay the same, as in Slack.
 */

import { useState } from "preact/hooks";
import { forget } from "../elements/outbox";
import type { Form } from "../place";
import type { Json, State, View } from "../protocol";

export interface Memory {
  values: State;
  errors: Record<string, string>;
  /** What stands over all blocks: Slack could not take it, or the app said something of no block. */
  trouble: string | null;
  /** The type of each element that was there last, by block id and action id. */
  types: Map<string, string>;
  /** Which of all that can be focused had the focus; -1 for none. */
  focused: number;
}

const memories = new Map<string, Memory>();

/** What is remembered of a modal. */
export function memoryOf(view: View): Memory {
  let memory = memories.get(view.id);
  if (memory === undefined) {
    memory = { values: {}, errors: {}, trouble: null, types: typesOf(view), focused: -1 };
    memories.set(view.id, memory);
  }
  return memory;
}

/** Forget the modals that are gone. */
export function keepOnly(views: readonly View[]): void {
  for (const id of [...memories.keys()]) {
    if (views.some((view) => view.id === id)) continue;
    memories.delete(id);
    forget({ view: id });
  }
}

/** The form of a modal, and a way to say what is wrong in it. */
export function useForm(view: View): { form: Form; memory: Memory; say: (said: Partial<Memory>) => void } {
  const [, again] = useState(0);
  const memory = memoryOf(view);
  prune(memory, typesOf(view));
  const say = (said: Partial<Memory>) => {
    Object.assign(memory, said);
    again((count) => count + 1);
  };
  const set = (block: string, action: string, value: unknown) => {
    const { [block]: _, ...errors } = memory.errors;
    say({ values: { ...memory.values, [block]: { ...memory.values[block], [action]: value } }, errors });
  };
  return { form: { values: memory.values, errors: memory.errors, set }, memory, say };
}

/** Drop what was filled into elements that are not there any more. */
function prune(memory: Memory, types: Map<string, string>): void {
  for (const [key, type] of memory.types) {
    if (types.get(key) === type) continue;
    const [block, action] = JSON.parse(key) as [string, string];
    if (memory.values[block] === undefined) continue;
    const { [action]: _, ...rest } = memory.values[block];
    memory.values = { ...memory.values, [block]: rest };
  }
  memory.types = types;
}

function typesOf(view: View): Map<string, string> {
  const types = new Map<string, string>();
  const walk = (json: Json, block: string) => {
    if (Array.isArray(json)) return json.forEach((one) => walk(one, block));
    if (json === null || typeof json !== "object") return;
    const inner = json.block_id ?? block;
    if (json.type && json.action_id) types.set(JSON.stringify([inner, json.action_id]), json.type);
    else Object.values(json).forEach((one) => walk(one, inner));
  };
  walk(view.blocks, "");
  return types;
}

/** What is handed in: what was filled into input blocks; whatever stands alone was told when it was chosen. */
export function handedIn(view: View, memory: Memory): State {
  const values: State = {};
  for (const block of view.blocks) {
    const filled = memory.values[block.block_id];
    if (block.type === "input" && filled !== undefined) values[block.block_id] = filled;
  }
  return values;
}
