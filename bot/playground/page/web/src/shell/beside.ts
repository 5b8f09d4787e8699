/** Beside: which channel a person looks at while a chat with an assistant is open, as Slack tells such apps. */

import { useEffect } from "preact/hooks";
import { lookAt } from "../acts";
import type { Channel } from "../protocol";
import { part } from "../store";
import { apps } from "./names";

/** By person: the channel that was looked at last. */
const latest = new Map<string, string>();
/** The chats that were left for another channel, not for another tab: by person and app. */
const open = new Set<string>();

export const beside = (person: string): string | null => latest.get(person) ?? null;

export function useBeside(person: string, channel: Channel | undefined, thread: string | null): void {
  const app = channel?.app ?? null;
  useEffect(() => {
    if (app === null || !part(`app/${app}`)?.is_assistant) return;
    if (thread === null) open.delete(`${person}/${app}`);
    else open.add(`${person}/${app}`);
  }, [person, app, thread]);
  useEffect(() => {
    if (channel === undefined || channel.is_im || latest.get(person) === channel.id) return;
    latest.set(person, channel.id);
    // Nobody asked for it, so nobody is told where there is no chat any more.
    for (const { id } of apps())
      if (open.has(`${person}/${id}`)) lookAt({ person, app: id }, channel.id).catch(() => null);
  }, [person, channel?.id]);
}
