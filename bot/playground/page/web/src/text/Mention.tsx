/** Mention: somebody, a channel, a group or everybody, by the name that is known for them. */

import "./Mention.css";
import type { ComponentChildren } from "preact";
import { part, useParts } from "../store";
import { usePlaceIfAny } from "./place";

export function Person({ id, label = "" }: { id: string; label?: string }) {
  const place = usePlaceIfAny();
  const person = useParts([`person/${id}`], () => part(`person/${id}`));
  const isMe = place?.who.person === id;
  const name = person?.name || person?.real_name || label || id;
  const show = place && (() => place.onPerson(id));
  return <Pressed class={isMe ? "Mention Mention-me" : "Mention"} press={show}>{`@${name.replace(/^@/, "")}`}</Pressed>;
}

export function Channel({ id, label = "" }: { id: string; label?: string }) {
  const place = usePlaceIfAny();
  const channel = useParts([`channel/${id}`], () => part(`channel/${id}`));
  const name = channel?.name || label;
  if (name === "") return <span class="Mention Mention-gone">#private-channel</span>;
  const go = channel && place ? () => place.onChannel(id) : null;
  return <Pressed class="Mention" press={go}>{`#${name.replace(/^#/, "")}`}</Pressed>;
}

export function Group({ id, label = "" }: { id: string; label?: string }) {
  return <span class="Mention">{`@${(label || id).replace(/^@/, "")}`}</span>;
}

export function Broadcast({ range }: { range: string }) {
  return <span class="Mention Mention-me">{`@${range}`}</span>;
}

function Pressed({ press, ...rest }: { class: string; press: (() => void) | null; children: ComponentChildren }) {
  return press ? <button type="button" {...rest} onClick={press} /> : <span {...rest} />;
}
