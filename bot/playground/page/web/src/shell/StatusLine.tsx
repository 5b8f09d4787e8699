/** StatusLine: what apps are doing here right now, and a button that stops them. */

import { useEffect, useState } from "preact/hooks";
import { stop } from "../acts";
import type { Message } from "../protocol";
import { all, part, useParts } from "../store";
import { sentenceOf, useShell } from "./shell";
import "./StatusLine.css";

interface Work {
  thread: string;
  app: string;
  words: string[];
}

const TURN = 3_000;

function streamOf(channel: string, thread: string): Message | undefined {
  return all("message", `${channel}/`).find(
    (one) => one.streaming_state === "in_progress" && (one.thread_ts ?? one.ts) === thread,
  );
}

function workAt(channel: string, thread: string): Work | null {
  const status = part(`status/${channel}/${thread}`);
  if (status && status.text !== "") {
    const words = status.loading_messages.length > 0 ? status.loading_messages : [status.text];
    return { thread, app: status.app, words };
  }
  const session = part(`session/${channel}/${thread}`);
  if (session?.status === "processing") return { thread, app: session.app, words: ["is working…"] };
  const stream = streamOf(channel, thread);
  return stream ? { thread, app: stream.app_id ?? "", words: ["is writing…"] } : null;
}

function Line({ channel, work, isElsewhere }: { channel: string; work: Work; isElsewhere: boolean }) {
  const { person, go, trouble } = useShell();
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (work.words.length < 2) return;
    const timer = setInterval(() => setTurn((count) => count + 1), TURN);
    return () => clearInterval(timer);
  }, [work.words.length]);
  const name = part(`app/${work.app}`)?.name ?? "The app";
  const words = work.words[turn % work.words.length]!;
  const halt = () =>
    void stop({ person, app: work.app }, channel, work.thread).catch((error) => trouble(sentenceOf(error)));
  return (
    <div class="status-line">
      <span class="status-dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      {/* Said once: words that turn every few seconds are only to be looked at. */}
      <span class="hidden" role="status">{`${name} ${work.words[0]}`}</span>
      <span class="status-words">
        <span aria-hidden="true">
          <b>{name}</b> {words}
        </span>
        {isElsewhere && (
          <>
            {" "}
            <button type="button" class="link" onClick={() => go({ thread: work.thread })}>
              in a thread
            </button>
          </>
        )}
      </span>
      <button type="button" class="button status-stop" onClick={halt}>
        Stop
      </button>
    </div>
  );
}

/** The work at these threads of a channel; those that are not open here say that they are in a thread. */
export function StatusLine({ channel, threads, here }: { channel: string; threads: string[]; here: string }) {
  const prefixes = [`status/${channel}/`, `session/${channel}/`, `message/${channel}/`, "app/"];
  const works = useParts(prefixes, () =>
    threads.map((thread) => workAt(channel, thread)).filter((one) => one !== null),
  );
  return (
    <div class="status">
      {works.map((work) => (
        <Line key={work.thread} channel={channel} work={work} isElsewhere={work.thread !== here} />
      ))}
    </div>
  );
}
