/** Where: the person, the channel, the thread and the tab that are open, as the address of the page says it. */

import { useCallback, useEffect, useState } from "preact/hooks";
import { part } from "../store";
import { keep, kept } from "./kept";

export type Tab = "home" | "messages" | "about";

export interface Where {
  /** Empty until the server has said who there is. */
  person: string;
  /** Null where none was chosen: the first one then, or the list of channels on a phone. */
  channel: string | null;
  thread: string | null;
  /** Of the direct message with an app; null for the one that Slack would open. */
  tab: Tab | null;
}

/** Go somewhere; what is not named stays, but another channel closes the thread. */
export type Go = (to: Partial<Where>, how?: "push" | "replace") => void;

const TABS: readonly string[] = ["home", "messages", "about"];

function ofAddress(): Where {
  const query = new URLSearchParams(location.search);
  const tab = query.get("tab");
  return {
    person: query.get("person") ?? "",
    channel: query.get("channel") || null,
    thread: query.get("thread") || null,
    tab: tab !== null && TABS.includes(tab) ? (tab as Tab) : null,
  };
}

/** At first: who the server says it shows, where nobody or somebody by another name was asked for. */
function atFirst(): Where {
  const where = ofAddress();
  const world = part("world");
  if (!world || world.actors.some((one) => one.id === where.person)) return where;
  const there = { ...where, person: world.person };
  history.replaceState(null, "", address(there));
  return there;
}

function address(where: Where): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(where)) if (value) query.set(key, value);
  return `${location.pathname}?${query}`;
}

/** What another person is shown first: the open channel, where they are in it too, else where they went from. */
function ofPerson(person: string, from: Where): Where {
  const open = from.channel === null ? undefined : part(`channel/${from.channel}`);
  if (open && !open.is_im && open.members.includes(person)) return { ...from, person, tab: null };
  return { ...kept<Where>(`place/${person}`, { person, channel: null, thread: null, tab: null }), person };
}

function next(from: Where, to: Partial<Where>): Where {
  if (to.person !== undefined && to.person !== from.person && to.channel === undefined)
    return ofPerson(to.person, from);
  const isElsewhere = to.channel !== undefined && to.channel !== from.channel;
  return { ...from, ...(isElsewhere ? { thread: null, tab: null } : {}), ...to };
}

export function useWhere(): [Where, Go] {
  const [where, set] = useState(atFirst);
  useEffect(() => {
    const back = () => set(ofAddress());
    addEventListener("popstate", back);
    return () => removeEventListener("popstate", back);
  }, []);
  useEffect(() => {
    if (where.person !== "") keep(`place/${where.person}`, where);
  }, [where]);
  const go = useCallback<Go>((to, how = "push") => {
    // The address is the truth, so that two steps in a row do not forget each other.
    const there = next(ofAddress(), to);
    if (address(there) !== location.pathname + location.search) {
      if (how === "push") history.pushState(null, "", address(there));
      else history.replaceState(null, "", address(there));
    }
    set(there);
  }, []);
  return [where, go];
}
