/** Answer: one delivery to an app and the calls that followed: what went wrong, then a bar for each step in time. */

import { memo } from "preact/compat";
import type { Call, Exchange } from "../protocol";
import type { Where } from "./asked";
import { Problems } from "./Problems";
import { Step } from "./Step";
import { JsonTree } from "./Tree";
import {
  callProblems,
  detailOf,
  exchangeProblems,
  isAbout,
  KINDS,
  messageOf,
  type Answer,
  type Problem,
} from "./trace";
import { clock, count, fully, lasting, machine } from "./words";
import "./Answer.css";

const WHAT: Record<string, string> = {
  events_api: "Event",
  slash_commands: "Command",
  interactive: "Interaction",
  block_suggestion: "Options",
};

type OnMessage = (message: Where & { thread: string | null }) => void;

interface Props {
  answer: Answer;
  /** The name of the app, where there are several. */
  app: string;
  open: boolean;
  onOpen: (key: string, open: boolean) => void;
  /** The message whose calls are marked. */
  message: Where | null;
  /** Goes to a message. */
  onMessage: OnMessage;
}

/** The same answer is traced anew with each delivery: it is painted again only where something of it changed. */
export const AnswerDetails = memo(Details, (before: Props, after: Props) => {
  const parts = ({ answer }: Props) => [answer.exchange, answer.calls.length, ...answer.calls, ...answer.echoes];
  const [old, now] = [parts(before), parts(after)];
  return (
    old.length === now.length &&
    old.every((one, at) => one === now[at]) &&
    before.open === after.open &&
    before.app === after.app &&
    before.message?.ts === after.message?.ts
  );
});

function Details({ answer, app, open, onOpen, message, onMessage }: Props) {
  const { exchange, calls, problems, total } = answer;
  return (
    <details class="answer" open={open} onToggle={(event) => onOpen(answer.key, event.currentTarget.open)}>
      <summary>
        <span class="answer-title">
          <span class="answer-kind">{exchange ? (WHAT[exchange.kind] ?? exchange.kind) : "Start"}</span>
          <strong>{exchange?.name ?? "before the first delivery"}</strong>
          {exchange && (
            <span class="answer-detail" dir="auto">
              {detailOf(exchange)}
            </span>
          )}
        </span>
        <span class="answer-about">
          <time dateTime={machine(answer.from)} title={fully(answer.from)}>
            {clock(answer.from)}
          </time>
          {app && <span>{app}</span>}
          {exchange && <span>{acknowledged(exchange)}</span>}
          <span>{calls.length ? `${count(calls.length, "call")}, ${lasting(total)} in all` : "no calls"}</span>
          {exchange && exchange.tries > 1 && <span>{count(exchange.tries, "try", "tries")}</span>}
        </span>
        <Badges problems={problems} />
      </summary>
      {open && (
        <div class="answer-inside">
          <Problems problems={problems} />
          <ol class="answer-steps">
            {exchange && <Delivered name="Acknowledgement" {...{ exchange, total, from: answer.from }} />}
            {inOrder(answer).map((one) =>
              "method" in one ? (
                <Called key={`call ${one.number}`} {...{ call: one, total, from: answer.from, message, onMessage }} />
              ) : (
                <Delivered
                  key={one.number}
                  name={`told of its own ${one.name}`}
                  {...{ exchange: one, total, from: answer.from }}
                />
              ),
            )}
          </ol>
          <p class="answer-total">{calls.length ? `${lasting(total)} in all` : "The app called nothing."}</p>
        </div>
      )}
    </details>
  );
}

function acknowledged(exchange: Exchange): string {
  if (exchange.seconds !== null) return `acknowledged in ${lasting(exchange.seconds)}`;
  return exchange.failure ? "never acknowledged" : "waiting for the app";
}

function Badges({ problems }: { problems: Problem[] }) {
  return (
    <span class="answer-badges">
      {(["failed", "refused", "dangerous"] as const).map((kind) => {
        const number = problems.filter((one) => one.kind === kind).length;
        return (
          number > 0 && (
            <span class={`side-badge side-${kind}`}>
              {number} {KINDS[kind].toLowerCase()}
            </span>
          )
        );
      })}
    </span>
  );
}

/** What happened meanwhile, as it did. */
function inOrder({ calls, echoes }: Answer): (Call | Exchange)[] {
  const when = (one: Call | Exchange): number => ("method" in one ? one.at : one.sent_at);
  return [...calls, ...echoes].sort((a, b) => when(a) - when(b));
}

function Delivered({ name, exchange, total, from }: { name: string; exchange: Exchange; total: number; from: number }) {
  const problems = exchangeProblems(exchange);
  return (
    <Step
      name={name}
      begin={exchange.sent_at - from}
      seconds={exchange.seconds}
      total={total}
      mark=""
      problems={problems}
      isAck
    >
      {() => (
        <>
          {exchange.envelope === null ? (
            <p>The envelope is not kept any more.</p>
          ) : (
            <JsonTree name="Envelope" value={exchange.envelope} />
          )}
          {exchange.answer !== null && <JsonTree name="Answer" value={exchange.answer} />}
        </>
      )}
    </Step>
  );
}

interface CalledProps {
  call: Call;
  total: number;
  from: number;
  message: Where | null;
  onMessage: OnMessage;
}

function Called({ call, total, from, message, onMessage }: CalledProps) {
  const problems = callProblems(call);
  const isMarked = message !== null && isAbout(call, message);
  const made = messageOf(call);
  return (
    <Step
      name={call.method}
      begin={call.at - from}
      seconds={call.seconds}
      total={total}
      mark={isMarked ? ", of this message" : ""}
      problems={problems}
      isOpen={isMarked}
    >
      {() => (
        <>
          <Problems problems={problems} />
          {made && (
            <button type="button" class="side-button" onClick={() => onMessage(made)}>
              Go to the message
            </button>
          )}
          <JsonTree name="Arguments" value={call.arguments} problems={problems} />
          <JsonTree name="Response" value={call.response} />
        </>
      )}
    </Step>
  );
}
