/** Completion: what a name that was begun may become: `/` commands, `@` people and apps, `#` channels, `:` emoji. */

import type { App, Person } from "../protocol";
import { apps, channels, people } from "./names";

export interface Offer {
  key: string;
  /** What stands in the list. */
  label: string;
  note: string;
  /** What is put into the text. */
  insert: string;
  /** Whose picture stands beside it. */
  user?: string;
  /** What an emoji looks like. */
  sign?: string;
}

export interface Offered {
  /** Where what was begun stands in the text. */
  start: number;
  end: number;
  title: string;
  offers: Offer[];
}

export type EmojiNames = Record<string, string>;

const BEGUN = /(?:^|[\s(])([@#:])([\p{L}\p{N}_.+'-]*)$/u;
const MOST = 8;
/** `:` alone is a colon; two letters begin the name of an emoji. */
const EMOJI_FROM = 2;

/** The command at the begin of a text, with the app that has it. */
export function commandOf(text: string): { name: string; app: App | null } | null {
  const name = /^\/\S+/.exec(text)?.[0];
  if (name === undefined) return null;
  return { name, app: apps().find((app) => !app.revoked && app.commands.some((one) => one.command === name)) ?? null };
}

/** How the command at the begin of a text is used. */
export function usageOf(text: string): string | null {
  const found = commandOf(text);
  const command = found?.app?.commands.find((one) => one.command === found.name);
  if (!command || !text.startsWith(`${command.command} `)) return null;
  return [command.command, command.usage_hint].filter((part) => part !== "").join(" ");
}

function ofCommands(begun: string): Offer[] {
  const found = apps()
    .filter((app) => !app.revoked)
    .flatMap((app) =>
      app.commands.map((one) => ({
        key: `${app.id} ${one.command}`,
        label: [one.command, one.usage_hint].filter((part) => part !== "").join(" "),
        note: [one.description, app.name].filter((part) => part !== "").join(" · "),
        insert: `${one.command} `,
        user: app.bot_user,
      })),
    );
  return found.filter((one) => one.insert.startsWith(begun)).slice(0, MOST);
}

function fits(person: Person, begun: string): boolean {
  const names = [person.name, ...person.real_name.split(/\s+/)];
  return names.some((name) => name.toLowerCase().startsWith(begun));
}

function ofPeople(begun: string): Offer[] {
  const found = people().filter((person) => fits(person, begun));
  return found.slice(0, MOST).map((person) => ({
    key: person.id,
    label: person.real_name || person.name,
    note: person.is_bot ? `${person.name} · app` : person.name,
    insert: `@${person.name} `,
    user: person.id,
  }));
}

function ofChannels(begun: string): Offer[] {
  const found = channels().filter((one) => one.name.toLowerCase().includes(begun));
  return found
    .slice(0, MOST)
    .map((one) => ({ key: one.id, label: `#${one.name}`, note: one.topic, insert: `#${one.name} ` }));
}

function ofEmoji(begun: string, emoji: EmojiNames): Offer[] {
  if (begun.length < EMOJI_FROM) return [];
  const names = Object.keys(emoji).filter((name) => name.includes(begun));
  names.sort((one, other) => Number(other.startsWith(begun)) - Number(one.startsWith(begun)));
  return names
    .slice(0, MOST)
    .map((name) => ({ key: name, label: `:${name}:`, note: "", insert: `:${name}: `, sign: emoji[name]! }));
}

const TITLES: Record<string, string> = { "@": "People and apps", "#": "Channels", ":": "Emoji" };

/** What is offered at the caret; null where nothing was begun or nothing fits. */
export function offered(text: string, caret: number, emoji: EmojiNames, hasCommands: boolean): Offered | null {
  const before = text.slice(0, caret);
  if (hasCommands && /^\/\S*$/.test(before)) {
    const offers = ofCommands(before);
    return offers.length > 0 ? { start: 0, end: caret, title: "Commands", offers } : null;
  }
  const found = BEGUN.exec(before);
  if (found === null) return null;
  const sign = found[1]!;
  const begun = found[2]!.toLowerCase();
  const offers = sign === "@" ? ofPeople(begun) : sign === "#" ? ofChannels(begun) : ofEmoji(begun, emoji);
  if (offers.length === 0) return null;
  return { start: caret - found[2]!.length - 1, end: caret, title: TITLES[sign]!, offers };
}
