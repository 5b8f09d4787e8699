/** Permalinks: the address of a message in this workspace, as apps get it from Slack, leads to it on the page. */

import { part } from "../store";
import type { Go } from "./where";

const FORM = /^https:\/\/([\w-]+)\.slack\.com\/archives\/(\w+)\/p(\d{10})(\d{6})(?:\?(.*))?$/;
const PATIENCE = 2_000;

function show(ts: string, until: number): void {
  const found = [...document.querySelectorAll<HTMLElement>(`.message[data-ts="${ts}"]`)].at(-1);
  if (found) {
    found.scrollIntoView({ block: "center" });
    found.focus();
  } else if (performance.now() < until) requestAnimationFrame(() => show(ts, until));
}

/** Go there where the address is one of a channel that the person sees; whether it was. */
export function follow(url: string, go: Go): boolean {
  const [, domain, channel, seconds, rest, query] = FORM.exec(url) ?? [];
  if (domain !== part("world")?.team.domain || !part(`channel/${channel}`)) return false;
  go({ channel: channel!, thread: new URLSearchParams(query).get("thread_ts") });
  show(`${seconds}.${rest}`, performance.now() + PATIENCE);
  return true;
}

/** For whatever holds links: follows those that lead to messages, and leaves the others as they are. */
export const following = (go: Go) => (event: MouseEvent) => {
  const url = (event.target as Element).closest("a")?.href;
  const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  if (url && isPlain && follow(url, go)) event.preventDefault();
};
