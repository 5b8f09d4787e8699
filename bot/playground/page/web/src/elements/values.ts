/** Values: what an element has chosen or filled in, bare as `press` takes it. The server keeps it with its words. */

import type { Json } from "../protocol";

/** Where the state keeps the value of an element, by its type, and what it began with. */
const KEYS: Record<string, readonly [key: string, initial: string]> = {
  plain_text_input: ["value", "initial_value"],
  number_input: ["value", "initial_value"],
  email_text_input: ["value", "initial_value"],
  url_text_input: ["value", "initial_value"],
  rich_text_input: ["rich_text_value", "initial_value"],
  file_input: ["files", ""],
  static_select: ["selected_option", "initial_option"],
  external_select: ["selected_option", "initial_option"],
  radio_buttons: ["selected_option", "initial_option"],
  users_select: ["selected_user", "initial_user"],
  conversations_select: ["selected_conversation", "initial_conversation"],
  channels_select: ["selected_channel", "initial_channel"],
  multi_static_select: ["selected_options", "initial_options"],
  multi_external_select: ["selected_options", "initial_options"],
  checkboxes: ["selected_options", "initial_options"],
  multi_users_select: ["selected_users", "initial_users"],
  multi_conversations_select: ["selected_conversations", "initial_conversations"],
  multi_channels_select: ["selected_channels", "initial_channels"],
  datepicker: ["selected_date", "initial_date"],
  timepicker: ["selected_time", "initial_time"],
  datetimepicker: ["selected_date_time", "initial_date_time"],
};

/** What the server keeps for an element, or what it began with; with the words of options. */
export function kept(element: Json, state: Json | undefined): Json {
  const keys = KEYS[element.type];
  if (keys === undefined) return null;
  const value = state === undefined ? element[keys[1]] : state[keys[0]];
  return value ?? null;
}

/** The same without words: the value of an option, a list of them, an id, a text. */
export function bare(value: Json): Json {
  if (Array.isArray(value)) return value.map(bare);
  if (value === null || typeof value !== "object" || value.type === "rich_text") return value ?? null;
  return value.value ?? value.id ?? null;
}

/** A value as a list: several, one or none. */
export function several(value: Json): string[] {
  if (Array.isArray(value)) return value;
  return value === null || value === undefined || value === "" ? [] : [value];
}

/** Whether two values say the same. */
export function isSame(one: Json, other: Json): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
