/** Text: a text object, of either kind; a bare string is taken as plain. */

import type { Json } from "../protocol";
import { Mrkdwn } from "./Mrkdwn";
import { Plain } from "./Plain";
import { record, words } from "./read";

export function Text({ of }: { of: Json }) {
  if (typeof of === "string") return <Plain text={of} />;
  const { type, text, verbatim, emoji } = record(of);
  if (type === "mrkdwn") return <Mrkdwn text={words(text)} verbatim={verbatim === true} />;
  return <Plain text={words(text)} emoji={emoji !== false} />;
}
