/** Inspector: what was delivered to the apps and what they called, for who develops one; the newest answer first. */

import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { App, Call, Exchange } from "../protocol";
import { all, useParts } from "../store";
import { useShell } from "../shell/shell";
import { AnswerDetails } from "./Answer";
import { inspect, show, useAsked, usePicking, type Where } from "./asked";
import { isAbout, trace, type Answer } from "./trace";
import "./Side.css";

interface Seen {
  exchanges: Exchange[];
  calls: Call[];
}

const looked = (): Seen => ({ exchanges: all("exchange"), calls: all("call") });

export function Inspector() {
  const now = useParts(["exchange/", "call/"], looked);
  const apps = useParts(["app/"], () => all("app"));
  const message = useAsked();
  const [paused, setPaused] = useState<Seen | null>(null);
  const [cleared, setCleared] = useState<Numbers>({ exchange: -1, call: -1 });
  const [app, setApp] = useState("");
  const [isWrong, setWrong] = useState(false);
  useEffect(() => void (message && setPaused(null)), [message]);
  const seen = paused ?? now;
  const bots = apps.map((one) => one.bot_user);
  const traced = useMemo(() => trace(seen.exchanges, seen.calls, bots), [identity(seen), bots.join()]);
  const answers = traced.filter((one) => isAfter(one, cleared));
  const known = [...new Set(answers.map((one) => one.app))];
  const isOne = known.length <= 1;
  const ofApp = answers.filter((one) => !known.includes(app) || one.app === app);
  // What is asked about is looked for everywhere, also in what was cleared or is of another app.
  const made = message && traced.filter((one) => one.calls.some((call) => isAbout(call, message)));
  const shown = made ?? ofApp.filter((one) => !isWrong || one.problems.length > 0);
  const clear = () => {
    setCleared(latest(now));
    setPaused(paused && now);
    setWrong(false);
    inspect(null);
  };
  return (
    <section class="side" aria-label="Answers of the apps">
      <header class="side-head">
        <p>
          What was delivered to the {isOne ? "app" : "apps"}, and what {isOne ? "it" : "they"} called.
        </p>
        <div class="side-tools">
          <Problems
            number={ofApp.reduce((sum, one) => sum + one.problems.length, 0)}
            isOn={isWrong}
            onChange={setWrong}
          />
          <button
            type="button"
            class="side-button"
            aria-pressed={paused !== null}
            onClick={() => setPaused(paused ? null : now)}
          >
            {paused ? goOn(newer(now, paused)) : "Pause"}
          </button>
          <button type="button" class="side-button" disabled={!answers.length} onClick={clear}>
            Clear
          </button>
          <Pick message={message} />
          {known.length > 1 && <ByApp apps={apps} known={known} app={app} onApp={setApp} />}
        </div>
      </header>
      <Answers {...{ answers: shown, apps: known.length > 1 ? apps : [], message }} />
      {!shown.length && <Nothing what={message ? "message" : isWrong ? "problems" : ""} />}
    </section>
  );
}

const goOn = (waiting: number): string => (waiting ? `Go on (${waiting} new)` : "Go on");

/** How many problems there are, and whether only they are shown. */
function Problems({ number, isOn, onChange }: { number: number; isOn: boolean; onChange: (isOn: boolean) => void }) {
  return (
    <button
      type="button"
      class="side-button"
      aria-pressed={isOn}
      disabled={!number && !isOn}
      onClick={() => onChange(!isOn)}
    >
      {number ? `Only problems (${number})` : "No problems"}
    </button>
  );
}

/** Asks what made one message: the next one that is clicked. */
function Pick({ message }: { message: Where | null }) {
  const [picking, setPicking] = useState(false);
  usePicking(picking, () => setPicking(false));
  if (message)
    return (
      <button type="button" class="side-button" onClick={() => inspect(null)}>
        Show every answer
      </button>
    );
  return (
    <>
      <button type="button" class="side-button side-pick" aria-pressed={picking} onClick={() => setPicking(!picking)}>
        Pick a message
      </button>
      <span class="side-only" role="status">
        {picking && "Click a message to see what made it. Escape ends this."}
      </span>
    </>
  );
}

function ByApp(props: { apps: App[]; known: string[]; app: string; onApp: (app: string) => void }) {
  return (
    <label class="side-select">
      <span class="hidden">Show the app </span>
      <select value={props.app} onChange={(event) => props.onApp(event.currentTarget.value)}>
        <option value="">All apps</option>
        {props.known.map((id) => (
          <option value={id}>{nameOf(props.apps, id)}</option>
        ))}
      </select>
    </label>
  );
}

interface AnswersProps {
  answers: Answer[];
  apps: App[];
  message: Where | null;
}

/** The newest is open unless it was closed; the others are closed unless they were opened. */
function Answers({ answers, apps, message }: AnswersProps) {
  const { go } = useShell();
  const [chosen, setChosen] = useState<Record<string, boolean>>({});
  const opened = useRef<Record<string, boolean>>({});
  const isOpen = (one: Answer, at: number) => chosen[one.key] ?? (message !== null || at === 0);
  opened.current = Object.fromEntries(answers.map((one, at) => [one.key, isOpen(one, at)]));
  const onOpen = useCallback((key: string, open: boolean) => {
    // A browser tells of what was opened by the page too: that is no choice.
    if (opened.current[key] !== open) setChosen((before) => ({ ...before, [key]: open }));
  }, []);
  const onMessage = useCallback(
    ({ thread, ...where }: Where & { thread: string | null }) => {
      go({ channel: where.channel, thread });
      show(where);
    },
    [go],
  );
  return (
    <ol class="inspector-answers" aria-label="Answers, the newest first">
      {answers.map((one, at) => (
        <li key={one.key}>
          <AnswerDetails
            {...{ answer: one, app: apps.length ? nameOf(apps, one.app) : "", onOpen, message, onMessage }}
            open={isOpen(one, at)}
          />
        </li>
      ))}
    </ol>
  );
}

function Nothing({ what }: { what: string }) {
  const said: Record<string, string> = {
    problems: "No problems.",
    message: "No call that is still known made this message.",
    "":
      "Nothing yet. Write to an app, press one of its buttons or run one of its commands: " +
      "what it is sent and what it calls is shown here.",
  };
  return <p class="side-empty">{said[what]}</p>;
}

const nameOf = (apps: App[], id: string): string => apps.find((one) => one.id === id)?.name ?? (id || "Unknown app");

interface Numbers {
  exchange: number;
  call: number;
}

function isAfter({ exchange, calls }: Answer, cleared: Numbers): boolean {
  return exchange ? exchange.number > cleared.exchange : calls.some((one) => one.number > cleared.call);
}

const highest = (list: readonly { number: number }[]): number =>
  list.reduce((most, one) => Math.max(most, one.number), -1);
const latest = (seen: Seen): Numbers => ({ exchange: highest(seen.exchanges), call: highest(seen.calls) });

function newer(now: Seen, then: Seen): number {
  const { exchange, call } = latest(then);
  const deliveries = now.exchanges.filter((one) => one.number > exchange).length;
  return deliveries || now.calls.filter((one) => one.number > call).length;
}

const marks = new WeakMap<object, number>();
let next = 0;

/** The same text for as long as nothing changed. */
function identity(seen: Seen): string {
  return [...seen.exchanges, ...seen.calls]
    .map((one) => {
      if (!marks.has(one)) marks.set(one, next++);
      return marks.get(one);
    })
    .join(" ");
}
