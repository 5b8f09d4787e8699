/** Tree: a JSON value to unfold. What is folded is not built; what is wrong is unfolded and said beside the value. */

import { useState } from "preact/hooks";
import type { Json } from "../protocol";
import { Copy } from "./Copy";
import { KINDS, type Problem } from "./trace";
import { count } from "./words";
import "./Tree.css";

const MANY = 50;
const LONG = 2000;
const DEEP = 1;

/** A JSON value under a heading, with a button to copy it. */
export function JsonTree({ name, value, problems = [] }: { name: string; value: Json; problems?: Problem[] }) {
  return (
    <section class="side-json">
      <header>
        <h3>{name}</h3>
        <Copy what={name.toLowerCase()} text={() => JSON.stringify(value, null, 2)} />
      </header>
      <Node name="" value={read(value)} at="" depth={0} problems={problems} />
    </section>
  );
}

/** Arguments that were sent as a form hold JSON within strings: it is shown as what it means. */
function read(value: Json): Json {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, decoded(inner)]));
}

function decoded(value: Json): Json {
  if (typeof value !== "string" || !/^\s*[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

interface NodeProps {
  name: string;
  value: Json;
  /** The JSON pointer of it. */
  at: string;
  depth: number;
  problems: Problem[];
}

function Node(props: NodeProps) {
  const { name, value, at, problems } = props;
  // Pointers into a view begin at the view itself.
  const here = problems.filter((one) => at !== "" && (one.pointer === at || `/view${one.pointer}` === at));
  const notes = here.map((one) => (
    <strong class={`tree-note side-${one.kind}`}>
      {KINDS[one.kind]}: {one.why}
    </strong>
  ));
  if (typeof value === "object" && value !== null) return <Branch {...props} notes={notes} />;
  return (
    <div class="tree-leaf">
      {name !== "" && <span class="tree-key">{name}: </span>}
      <Leaf value={value} />
      {notes}
    </div>
  );
}

function Branch({ name, value, at, depth, problems, notes }: NodeProps & { notes: Json }) {
  const isWrong = problems.some((one) => isWithin(one.pointer, at) || isWithin(`/view${one.pointer}`, at));
  const [open, setOpen] = useState(depth < DEEP || isWrong);
  const [most, setMost] = useState(MANY);
  const entries = Object.entries(value as Record<string, Json>);
  const sign = Array.isArray(value) ? `[${entries.length}]` : `{${entries.length}}`;
  if (!entries.length)
    return (
      <div class="tree-leaf">
        {name && <span class="tree-key">{name}: </span>}
        {sign[0]}
        {sign.at(-1)}
        {notes}
      </div>
    );
  return (
    <details class="tree-branch" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {name !== "" && <span class="tree-key">{name} </span>}
        <span class="tree-sign">{sign}</span> <span class="tree-hint">{open ? "" : hint(value)}</span>
        {notes}
      </summary>
      {open && (
        <div class="tree-inside">
          {entries.slice(0, most).map(([key, inner]) => (
            <Node
              key={key}
              name={key}
              value={inner}
              at={`${at}/${escaped(key)}`}
              depth={depth + 1}
              problems={problems}
            />
          ))}
          {entries.length > most && (
            <button type="button" class="side-button" onClick={() => setMost(most + 500)}>
              Show {count(entries.length - most, "more", "more")}
            </button>
          )}
        </div>
      )}
    </details>
  );
}

function Leaf({ value }: { value: Json }) {
  const [whole, setWhole] = useState(false);
  const text = JSON.stringify(value) ?? "nothing";
  if (typeof value !== "string") return <span class="tree-plain">{text}</span>;
  const shown = whole || text.length <= LONG ? text : `${text.slice(0, LONG)}…`;
  return (
    <>
      <span class="tree-string" dir="auto">
        {shown}
      </span>
      {shown !== text && (
        <button type="button" class="side-button" onClick={() => setWhole(true)}>
          Show all {text.length} characters
        </button>
      )}
    </>
  );
}

const isWithin = (pointer: string, at: string): boolean => pointer === at || pointer.startsWith(`${at}/`);
const escaped = (key: string): string => key.replaceAll("~", "~0").replaceAll("/", "~1");

/** What tells a folded value from its neighbours. */
function hint(value: Json): string {
  if (Array.isArray(value)) return "";
  const said = value.type ?? value.name ?? value.action_id ?? value.id;
  return typeof said === "string" ? said.slice(0, 60) : "";
}
