/** Words: a text object, plain or with markup, or a plain string. */

import { Mrkdwn } from "../text/Mrkdwn";
import { Plain } from "../text/Plain";
import type { Json } from "../protocol";

export function Words({ text }: { text: Json }) {
  if (typeof text === "string") return <>{text}</>;
  if (!text) return null;
  if (text.type === "mrkdwn") return <Mrkdwn text={String(text.text)} />;
  return <Plain text={String(text.text)} emoji={text.emoji !== false} />;
}
