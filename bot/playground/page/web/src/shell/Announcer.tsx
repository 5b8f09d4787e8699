/** Announcer: says each new message once to whoever listens to the page, when it is finished. */

import { useEffect, useRef, useState } from "preact/hooks";
import type { Message } from "../protocol";
import { authorOf, isOfApp } from "./names";
import { spokenOf } from "./typed";

const LONGEST = 400;

export function Announcer({ messages, person }: { messages: Message[]; person: string }) {
  const said = useRef<Set<string> | null>(null);
  const [words, say] = useState("");
  useEffect(() => {
    const finished = messages.filter((one) => one.streaming_state !== "in_progress");
    // An app that changes what it said answers so: that is said too.
    const keyOf = (one: Message) => (isOfApp(one) ? `${one.ts} ${one.edited?.ts ?? ""}` : one.ts);
    // What is there when the place is opened is read, not announced.
    if (said.current === null) {
      said.current = new Set(finished.map(keyOf));
      return;
    }
    const fresh = finished.filter((one) => !said.current!.has(keyOf(one)));
    for (const one of fresh) said.current.add(keyOf(one));
    const others = fresh.filter((one) => one.user !== person);
    if (others.length === 0) return;
    say(others.map((one) => `${authorOf(one)}: ${spokenOf(one).slice(0, LONGEST)}`).join("\n"));
  }, [messages]);
  return <div class="hidden" aria-live="polite">{words}</div>;
}
