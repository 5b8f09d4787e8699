/** Task: one thing an app does, with its state, and a plan of several. What a stream said of tasks looks the same. */

import "./Task.css";
import type { Json } from "../protocol";
import { Link } from "../text/Link";
import { Mrkdwn } from "../text/Mrkdwn";
import { record, records, words } from "../text/read";
import { RichText } from "../text/RichText";

const STATES: Record<string, string> = {
  pending: "To do",
  in_progress: "In progress",
  complete: "Done",
  error: "Failed",
};

export function TaskCard({ block }: { block: Json }) {
  return (
    <div class="Task-card">
      <Task of={block} />
    </div>
  );
}

export function Plan({ block }: { block: Json }) {
  const { title, tasks } = record(block);
  const all = records(tasks);
  const done = all.filter((task) => task.status === "complete").length;
  const head = (
    <>
      <span class="Task-plan-title">{words(title)}</span>
      {all.length > 0 ? <span class="Task-count">{`${done} of ${all.length} done`}</span> : null}
    </>
  );
  if (all.length === 0)
    return (
      <div class="Task-plan">
        <div class="Task-plan-head">{head}</div>
      </div>
    );
  return (
    <details class="Task-plan" open>
      <summary class="Task-plan-head">{head}</summary>
      <ol class="Task-list">
        {all.map((task, index) => (
          <li key={words(task.task_id) || index}>
            <Task of={task} />
          </li>
        ))}
      </ol>
    </details>
  );
}

function Task({ of }: { of: Json }) {
  const { title, status, details, output, sources } = record(of);
  const state = Object.hasOwn(STATES, words(status)) ? words(status) : "";
  const links = records(sources);
  return (
    <div class="Task">
      <span class={`Task-state Task-${state || "none"}`} aria-hidden="true" />
      <div class="Task-words">
        <div class="Task-title" dir="auto">
          {words(title)}
          {state ? <span class={state === "error" ? "Task-failed" : "hidden"}>{` ${STATES[state]}`}</span> : null}
        </div>
        <About of={details} />
        <About of={output} />
        {links.length > 0 ? (
          <ul class="Task-sources">
            {links.map((link, index) => (
              <li key={index}>
                <Link url={link.url}>{words(link.text) || words(link.url)}</Link>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </div>
  );
}

/** Rich text in a block, a text in a stream. */
function About({ of }: { of: Json }) {
  if (!of) return null;
  return <div class="Task-about">{typeof of === "string" ? <Mrkdwn text={of} /> : <RichText block={of} />}</div>;
}
