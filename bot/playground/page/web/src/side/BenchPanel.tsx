/** BenchPanel: what the author of a pack is shown: the check, the version in force, what the latest edit changed. */

import { useEffect, useState } from "preact/hooks";
import type { Bench, Message, View } from "../protocol";
import { all, part, useParts } from "../store";
import { Changes } from "./Changes";
import { Copy } from "./Copy";
import { onScreen } from "./screen";
import { clock, count, fully, machine } from "./words";
import "./Side.css";
import "./BenchPanel.css";

/** What the person looks at: the conversation or the Home tab, and what is open above it. */
const look = (isHome: boolean): (Message | View)[] => [
  ...(isHome ? all("home") : all("message")),
  ...(part("modals") ?? []),
];

/** Whether a Home tab is shown; looked at after each drawing, as a change of the tab draws this anew. */
function useHome(): boolean {
  const [isHome, setHome] = useState(false);
  useEffect(() => setHome(document.querySelector(".app-home") !== null));
  return isHome;
}

export function BenchPanel() {
  const bench = useParts(["bench"], () => part("bench"));
  const isHome = useHome();
  const shown = useParts(["message/", "home/", "modals"], () => look(isHome));
  const here = onScreen(bench?.changes.map((one) => one.name) ?? [], shown);
  if (!bench) {
    return (
      <section class="side bench" aria-label="What is written">
        <p class="side-empty">Nobody writes anything here: the local Slack was started without a folder to look at.</p>
      </section>
    );
  }
  return (
    <section class="side bench" aria-label={`${bench.title}, and what its latest edit changed`} aria-busy={bench.busy}>
      <header class="side-head">
        <p class="bench-path">
          <code>{bench.path}</code> <Copy what="the path" text={() => bench.path} />
        </p>
        <State bench={bench} />
      </header>
      <Check bench={bench} />
      <Effect bench={bench} here={here} />
      <Warnings bench={bench} />
    </section>
  );
}

function State({ bench }: { bench: Bench }) {
  return (
    <>
      <dl class="bench-state">
        <dt>In force</dt>
        <dd>version {bench.version}</dd>
        <dt>Reloaded</dt>
        <dd>{bench.reloaded_at === null ? "not since the start" : <Moment at={bench.reloaded_at} />}</dd>
        <dt>Checked</dt>
        <dd>
          <Moment at={bench.checked_at} />
        </dd>
      </dl>
      <p class="bench-busy" role="status">
        {bench.busy && "Checking what you saved…"}
      </p>
    </>
  );
}

const Moment = ({ at }: { at: number }) => (
  <time dateTime={machine(at)} title={fully(at)}>
    {clock(at)}
  </time>
);

const of = (bench: Bench, severity: "error" | "warning") => bench.findings.filter((one) => one.severity === severity);

/** What the check found, and the errors: they come before everything else. */
function Check({ bench }: { bench: Bench }) {
  const errors = of(bench, "error");
  const warnings = of(bench, "warning");
  const counted = [
    errors.length && count(errors.length, "error"),
    warnings.length && count(warnings.length, "warning"),
  ];
  const wrong = counted.filter(Boolean).join(" and ") || "It cannot be used";
  return (
    <section aria-labelledby="bench-check">
      <h3 id="bench-check">Check</h3>
      <p class={`bench-result ${bench.ok ? "bench-ok" : "bench-wrong"}`} role="status">
        {bench.ok
          ? warnings.length
            ? `Usable, with ${count(warnings.length, "warning")}.`
            : "Everything is fine."
          : `${wrong}. Answers are still given by version ${bench.version}.`}
      </p>
      <Findings findings={errors} />
    </section>
  );
}

/** What the check warns of: it can wait until what changed has been read. */
function Warnings({ bench }: { bench: Bench }) {
  const warnings = of(bench, "warning");
  if (warnings.length === 0) return null;
  return (
    <section aria-labelledby="bench-warnings">
      <h3 id="bench-warnings">Warnings</h3>
      <Findings findings={warnings} />
    </section>
  );
}

function Findings({ findings }: { findings: Bench["findings"] }) {
  if (findings.length === 0) return null;
  return (
    <ul class="bench-findings">
      {findings.map((one) => (
        <li class={`bench-${one.severity}`}>
          <p>
            <strong>{one.severity === "error" ? "Error" : "Warning"}</strong>{" "}
            <code>
              {one.file}
              {one.line !== null && `:${one.line}`}
            </code>
          </p>
          <p dir="auto">{one.text}</p>
          {one.hint && (
            <p class="bench-hint" dir="auto">
              {one.hint}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What the latest edit changed: of what stands on the screen first. */
function Effect({ bench, here }: { bench: Bench; here: Set<string> }) {
  const changes = bench.ok ? bench.changes : [];
  const shown = changes.filter((one) => here.has(one.name));
  const others = changes.filter((one) => !here.has(one.name));
  return (
    <section aria-labelledby="bench-effect">
      <h3 id="bench-effect">What changed</h3>
      <p class="bench-summary" role="status">
        {summary(bench)}
      </p>
      {shown.length > 0 && <Changes title="On this screen" changes={shown} />}
      {others.length > 0 && (
        <Changes title={shown.length ? "Everywhere else" : "Not on this screen"} changes={others} />
      )}
    </section>
  );
}

function summary(bench: Bench): string {
  if (bench.busy) return "Being worked out…";
  if (!bench.ok) return "Nothing: what was saved last is not in force. Mend the errors above and save again.";
  if (bench.changes.length)
    return `The latest edit changed ${bench.changes.length} of ${count(bench.compared, "account")}.`;
  if (bench.reloaded_at === null)
    return `Edit a file in ${bench.path} with any editor and save. What it changes is shown here.`;
  return bench.compared
    ? `The latest edit changed nothing for any of ${count(bench.compared, "account")}.`
    : "There was nothing to compare.";
}
