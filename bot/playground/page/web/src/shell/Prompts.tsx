/** Prompts: what an app suggests to ask; one press sends it. Once used they go, until the app suggests anew. */

import { useState } from "preact/hooks";
import { say } from "../acts";
import type { Channel } from "../protocol";
import { part, useParts } from "../store";
import { sentenceOf, useShell } from "./shell";
import "./Prompts.css";

interface Suggested {
  title: string | null;
  prompts: { title: string; message: string }[];
}

/** By person and place: the suggestion that was answered, to tell it from the next one. */
const used = new Map<string, string>();

export function usePrompts(place: string, suggested: Suggested | undefined): [Suggested | null, () => void] {
  const [, again] = useState(0);
  const words = JSON.stringify(suggested?.prompts ?? []);
  const use = () => {
    used.set(place, words);
    again((count) => count + 1);
  };
  const isOver = suggested === undefined || suggested.prompts.length === 0 || used.get(place) === words;
  return [isOver ? null : suggested, use];
}

/** What is suggested: by the app here and now, or where nobody has said anything by its manifest. */
export function useSuggested(channel: Channel, thread: string | null, isEmpty: boolean): Suggested | undefined {
  const key = `prompts/${channel.id}/${thread ?? ""}` as const;
  return useParts([key, "app/"], () => {
    const found = part(key);
    if (found) return found;
    const app = channel.app ? part(`app/${channel.app}`) : undefined;
    return isEmpty && app ? { title: null, prompts: app.suggested } : undefined;
  });
}

export function Prompts({
  suggested,
  channel,
  thread,
  onUsed,
}: {
  suggested: Suggested;
  channel: string;
  thread: string | null;
  onUsed: () => void;
}) {
  const { person, trouble } = useShell();
  const ask = (message: string) => {
    say({ person, app: null }, channel, message, thread).then(onUsed, (error) => trouble(sentenceOf(error)));
  };
  return (
    <section class="prompts" aria-label="Suggested prompts">
      {suggested.title && <p>{suggested.title}</p>}
      <ul>
        {suggested.prompts.map((one) => (
          <li key={one.title + one.message}>
            <button type="button" class="prompts-one" title={one.message} onClick={() => ask(one.message)}>
              {one.title}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
