/** Mrkdwn: a text with Slack's own markup. */

import "./Text.css";
import { Inlines } from "./Inlines";
import { memo } from "./memo";
import { parsed } from "./mrkdwnParts";
import type { Part } from "./mrkdwnParts";

export const Mrkdwn = memo(function Mrkdwn({ text, verbatim = false }: { text: string; verbatim?: boolean }) {
  const parts = parsed(text, verbatim);
  if (parts.length === 0) return null;
  if (parts.length === 1 && parts[0]?.kind === "lines") return <Lines part={parts[0]} />;
  return (
    <div class="Text-parts">
      {parts.map((part, index) => (
        <One key={index} part={part} />
      ))}
    </div>
  );
});

function One({ part }: { part: Part }) {
  switch (part.kind) {
    case "pre":
      return (
        <pre class="Text-pre">
          <code>
            <Inlines nodes={part.inside} />
          </code>
        </pre>
      );
    case "quote":
      return (
        <blockquote class="Text-quote" dir="auto">
          <Inlines nodes={part.inside} />
        </blockquote>
      );
    case "lines":
      return (
        <div class="Text-lines" dir="auto">
          <Inlines nodes={part.inside} />
        </div>
      );
  }
}

function Lines({ part }: { part: Part }) {
  return (
    <span class="Text-lines" dir="auto">
      <Inlines nodes={part.inside} />
    </span>
  );
}
