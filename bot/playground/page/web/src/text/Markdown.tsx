/**
 * Markdown: the text of a markdown block or of a stream.
 *
 * What reads it comes after the first script. Until then the text takes its room unseen, so that little moves.
 */

import "./Text.css";
import { useEffect, useState } from "preact/hooks";
import type { FunctionComponent } from "preact";
import { memo } from "./memo";

type Reader = FunctionComponent<{ text: string }>;

let reader: Reader | null = null;
let loading: Promise<unknown> | null = null;

function load(): Promise<unknown> {
  loading ??= import("./MarkdownText").then(
    (found) => void (reader = found.MarkdownText),
    () => void (loading = null), // asked again by the next text
  );
  return loading;
}

// A stream may begin at any moment: what reads it is there by then.
if (typeof requestIdleCallback === "function") requestIdleCallback(() => void load(), { timeout: 2000 });

export const Markdown = memo(function Markdown({ text }: { text: string }) {
  const [, again] = useState(0);
  const [failed, fail] = useState(false);
  const wasThere = reader !== null;
  useEffect(() => {
    if (!wasThere) void load().then(() => (reader === null ? fail(true) : again((count) => count + 1)));
  }, []);
  const Read = reader;
  if (Read !== null) return <Read text={text} />;
  return (
    <div class="Text-lines" dir="auto" style={failed ? undefined : { visibility: "hidden" }}>
      {text}
    </div>
  );
});
