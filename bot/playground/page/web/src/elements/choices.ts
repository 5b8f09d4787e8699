/** Choices: what a select offers, from options, people or channels, and which of it fits what was typed. */

import { all, part } from "../store";
import { emojiText } from "../text/Emoji";
import type { Channel, Json, Person } from "../protocol";
import { wordsOf } from "./names";

export interface Choice {
  value: string;
  /** What it is called, to be read and to be searched. */
  words: string;
  /** The text object, where it is shown with more than its words. */
  text?: Json;
  description?: Json;
  /** The heading it stands under. */
  group?: string;
  /** A sign before it. */
  sign?: string;
}

export function choiceOf(option: Json, group?: string): Choice {
  const { value, text, description } = option;
  return { value: String(value), words: wordsOf(text), text, description, group };
}

/** The options of an element, or of an app's answer, with the headings of their groups. */
export function choicesOf(of: Json): Choice[] {
  const groups: Json[] = of.option_groups ?? [];
  const grouped = groups.flatMap((group) => {
    return (group.options ?? []).map((option: Json) => choiceOf(option, wordsOf(group.label)));
  });
  return [...(of.options ?? []).map((option: Json) => choiceOf(option)), ...grouped];
}

/** Everybody who can be chosen; the bots of apps too, as in Slack. */
export function people(): Choice[] {
  return all("person").map(personChoice).sort(byWords);
}

export function personChoice(person: Person): Choice {
  const words = person.real_name || person.name;
  return { value: person.id, words, description: person.name === words ? undefined : `@${person.name}`, sign: "@" };
}

/** The channels and direct messages that pass the filter of an element. */
export function places(element: Json): Choice[] {
  const isPublicOnly = String(element.type).endsWith("channels_select");
  const filter = isPublicOnly ? { include: ["public"] } : (element.filter ?? {});
  const found = all("channel").filter((channel) => !channel.is_archived && isIncluded(channel, filter));
  return [...found.map(placeChoice), ...unmet(filter)].sort(byWords);
}

/** The people whom nobody has written to yet: the server opens the direct message with whoever is chosen. */
function unmet(filter: Json): Choice[] {
  const me = part("world")?.person;
  if (filter.include && !filter.include.includes("im")) return [];
  const met = new Set(all("channel").filter((one) => one.is_im).flatMap((one) => one.members));
  return all("person")
    .filter((one) => !one.is_bot && one.id !== me && !met.has(one.id))
    .map(personChoice);
}

function isIncluded(channel: Channel, filter: Json): boolean {
  const kind = channel.is_im ? "im" : channel.is_mpim ? "mpim" : channel.is_private ? "private" : "public";
  if (filter.include && !filter.include.includes(kind)) return false;
  if (filter.exclude_external_shared_channels && channel.is_shared) return false;
  return !(filter.exclude_bot_users && channel.is_im && channel.app !== null);
}

export function placeChoice(channel: Channel): Choice {
  const isDirect = channel.is_im || channel.is_mpim;
  return { value: channel.id, words: channel.name, sign: isDirect ? "@" : channel.is_private ? "🔒" : "#" };
}

/** What a choice is called in the box: a channel with its sign, emoji as they look. */
export function calledBy(choice: Choice): string {
  const shown = (all: string, name: string) => emojiText(name) ?? all;
  const words = choice.text ? choice.words.replace(/:([a-z0-9_+-]+):/g, shown) : choice.words;
  return choice.sign === "#" ? `#${words}` : words;
}

const byWords = (one: Choice, other: Choice) => one.words.localeCompare(other.words);

/** Those in which each word that was typed begins a word, or stands anywhere in it. */
export function fitting(choices: Choice[], typed: string): Choice[] {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return choices;
  return choices.filter((choice) => {
    const found = `${choice.words} ${wordsOf(choice.description)} ${choice.group ?? ""}`.toLowerCase();
    return wanted.every((word) => found.includes(word));
  });
}
