/** Names: what a screen reader calls an element. An input has the label of its block; others have words. */

import { part } from "../store";
import type { Json } from "../protocol";

export interface Names {
  "aria-label"?: string;
  "aria-labelledby"?: string;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
}

/** The name of an element, and what is said about it. */
export function namesOf(element: Json, block: Json, error: string | undefined): Names {
  if (block.type !== "input") return { "aria-label": loose(element, block) };
  const names: Names = { "aria-labelledby": `label-${block.block_id}` };
  if (block.hint || error) names["aria-describedby"] = `about-${block.block_id}`;
  if (error) names["aria-invalid"] = true;
  return names;
}

/** The name of an element that has no label of its own. */
function loose(element: Json, block: Json): string {
  const own = element.accessibility_label ?? wordsOf(element.placeholder);
  // What a section asks says more than "Select an option", and several sections may have the same placeholder.
  const section = block.type === "section" ? wordsOf(block.text) : "";
  return [section.slice(0, 150), own].filter(Boolean).join(": ") || KINDS[element.type] || "Choose";
}

const KINDS: Record<string, string> = {
  overflow: "More actions",
  datepicker: "Date",
  timepicker: "Time",
  datetimepicker: "Date and time",
  checkboxes: "Choices",
  radio_buttons: "Choices",
  file_input: "Files",
};

/** A text object in plain words, its markup left out. */
export function wordsOf(text: Json): string {
  const words: string = typeof text === "string" ? text : (text?.text ?? "");
  if (text?.type !== "mrkdwn") return words;
  return words
    .replace(/<@(\w+)[^>]*>/g, (_, id: string) => part(`person/${id}`)?.name ?? id)
    .replace(/<#(\w+)[^>]*>/g, (_, id: string) => `#${part(`channel/${id}`)?.name ?? id}`)
    .replace(/<[^>|]*\|([^>]*)>/g, "$1")
    .replace(/<!?([^>]*)>/g, "$1")
    .replace(/(^|\W)[*_~`]+(?=\S)|(?<=\S)[*_~`]+(?=\W|$)/g, "$1")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");
}
