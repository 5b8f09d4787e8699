/**
 * Show: what components that hold no state make of their properties, as short text: `<b>bold</b>`, attributes that
 * matter alone.
 */

import { Fragment } from "preact";
import type { ComponentChild, VNode } from "preact";

type Props = Record<string, unknown> & { children?: ComponentChild };
const KEPT = ["href", "start", "open", "role", "aria-level"];
/** These read the store or the data of emoji: their properties are shown instead. */
const NAMED = new Set(["Person", "Channel", "Group", "Broadcast", "Emoji", "ScrollsSideways"]);

export function show(child: ComponentChild): string {
  if (child === null || child === undefined || typeof child === "boolean") return "";
  if (typeof child === "string" || typeof child === "number" || typeof child === "bigint") return String(child);
  if (Array.isArray(child)) return child.map(show).join("");
  const { type, props } = child as VNode<Props>;
  if (type === Fragment) return show(props.children);
  if (typeof type === "string") return element(type, props);
  if (NAMED.has(type.name)) return named(type.name, props);
  const { prototype } = type as { prototype?: { render?: unknown } };
  if (typeof prototype?.render !== "function") return show((type as (props: Props) => ComponentChild)(props));
  const made = new (type as unknown as new (props: Props) => { props: Props; render: () => ComponentChild })(props);
  made.props = props;
  return show(made.render());
}

function element(type: string, props: Props): string {
  const kept = KEPT.filter((name) => props[name] !== undefined).map((name) => ` ${name}=${String(props[name])}`);
  return `<${type}${kept.join("")}>${show(props.children)}</${type}>`;
}

function named(name: string, props: Props): string {
  if (name === "Emoji")
    return `:${String(props.name)}${props.tone === undefined || props.tone === 1 ? "" : `~${String(props.tone)}`}:`;
  if (name === "ScrollsSideways") return show(props.children);
  return `[${name} ${String(props.id ?? props.range)}${props.label ? ` ${String(props.label)}` : ""}]`;
}

/** What is read, without how it looks. */
export function words(shown: string): string {
  return shown.replace(/<\/?(?:b|i|s|u|code|pre|blockquote|div|span|p|a|time|ul|ol|li|br|hr|mark)(?: [^>]*)?>/g, "");
}

/** Strings drawn from signs, the same ones at each run. */
export function* drawn(signs: readonly string[], count: number, longest: number): Generator<string> {
  let state = 12345;
  const next = (below: number) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % below;
  };
  for (let made = 0; made < count; made += 1) {
    yield Array.from({ length: next(longest) }, () => signs[next(signs.length)]).join("");
  }
}
