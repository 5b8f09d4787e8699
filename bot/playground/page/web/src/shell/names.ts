/** Names: what people, apps and channels are called on the page. */

import type { App, Channel, Message, Person } from "../protocol";
import { all, part } from "../store";
import type { IconName } from "./Icon";

/** What a person or a bot is called beside a message. */
export function nameOf(user: string): string {
  const person = part(`person/${user}`);
  return person ? person.real_name || person.name : "Somebody";
}

export function authorOf(message: Message): string {
  return message.username || nameOf(message.user);
}

/** The app that posted a message; null where a person did. */
export function appOf(message: Message): string | null {
  return message.app_id ?? part(`person/${message.user}`)?.app ?? null;
}

export function isOfApp(message: Message): boolean {
  return Boolean(message.bot_id ?? message.app_id ?? part(`person/${message.user}`)?.is_bot);
}

/** `#sales`, or with whom a direct message is. */
export function titleOf(channel: Channel): string {
  if (channel.is_im || channel.is_mpim) return channel.name || "Direct message";
  return `#${channel.name}`;
}

export const byName = (one: { name: string }, other: { name: string }): number => one.name.localeCompare(other.name);

export const apps = (): App[] => all("app").sort(byName);
export const people = (): Person[] => all("person").sort(byName);
/** The channels that are no direct messages. */
export const channels = (): Channel[] =>
  all("channel").filter((one) => !one.is_im && !one.is_mpim && !one.is_archived).sort(byName);
/** The direct messages with several people. */
export const groups = (): Channel[] => all("channel").filter((one) => one.is_mpim && one.is_member).sort(byName);
/** What stands before the name of a channel. */
export const signOf = (channel: Channel): IconName =>
  channel.is_im || channel.is_mpim ? "people" : channel.is_private ? "lock" : "hash";
