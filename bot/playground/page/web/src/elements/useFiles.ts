/** useFiles: the files of a file input: put there one after the other, kept by their ids, called by their names. */

import { useState } from "preact/hooks";
import { attach } from "../acts";
import type { Json } from "../protocol";
import { reasonOf } from "./reason";
import type { Handle } from "./useElement";
import { several } from "./values";

const MOST = 10;
/** The names of files that were put somewhere, by id: the value holds ids alone. */
const called = new Map<string, string>();

export interface Files {
  there: { id: string; name: string }[];
  /** The names of those that are on their way. */
  underway: string[];
  most: number;
  types: string[];
  add: (files: File[]) => Promise<void>;
  drop: (id: string) => void;
}

export function useFiles({ element, value, kept, place, choose }: Handle): Files {
  const [underway, setUnderway] = useState<string[]>([]);
  const ids = several(value);
  const most: number = element.max_files ?? MOST;
  const types: string[] = element.filetypes ?? [];
  for (const file of (kept ?? []) as Json[]) if (file?.id) called.set(file.id, file.name ?? file.id);

  const add = async (files: File[]) => {
    const fitting = files.filter((file) => types.length === 0 || types.includes(endingOf(file.name)));
    const taken = fitting.slice(0, most - ids.length);
    if (fitting.length < files.length) place.trouble(`Only these kinds of file fit here: ${types.join(", ")}.`);
    if (taken.length < fitting.length) place.trouble(`At most ${most} ${most === 1 ? "file fits" : "files fit"} here.`);
    if (taken.length === 0 || place.shown === null || !("view" in place.shown)) return;
    setUnderway(taken.map((file) => file.name));
    const added = [...ids];
    try {
      for (const file of taken) {
        const { id, name } = await attach(place.who, place.shown.view, file.name, await base64(file));
        called.set(id, name);
        added.push(id);
      }
    } catch (error) {
      place.trouble(reasonOf(error));
    }
    setUnderway([]);
    if (added.length > ids.length) await choose(added);
  };
  const there = ids.map((id) => ({ id, name: called.get(id) ?? id }));
  return { there, underway, most, types, add, drop: (id) => void choose(ids.filter((one) => one !== id)) };
}

const endingOf = (name: string) => name.slice(name.lastIndexOf(".") + 1).toLowerCase();

const PIECE = 0x8000;

/** The content of a file in base64. */
async function base64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(text);
}
