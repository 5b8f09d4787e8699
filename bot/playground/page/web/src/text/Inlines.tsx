/** Inlines: what was read in a line, as elements. */

import { dated } from "./dates";
import { Emoji } from "./Emoji";
import type { Inline } from "./inline";
import { Link } from "./Link";
import { Broadcast, Channel, Group, Person } from "./Mention";

export function Inlines({ nodes }: { nodes: Inline[] }) {
  return (
    <>
      {nodes.map((node, index) => (
        <One key={index} node={node} />
      ))}
    </>
  );
}

function One({ node }: { node: Inline }) {
  switch (node.kind) {
    case "text":
      return <>{node.text}</>;
    case "bold":
      return (
        <b>
          <Inlines nodes={node.inside} />
        </b>
      );
    case "italic":
      return (
        <i>
          <Inlines nodes={node.inside} />
        </i>
      );
    case "strike":
      return (
        <s>
          <Inlines nodes={node.inside} />
        </s>
      );
    case "code":
      return (
        <code class="Text-code">
          <Inlines nodes={node.inside} />
        </code>
      );
    case "link":
      return (
        <Link url={node.url}>
          <Inlines nodes={node.inside} />
        </Link>
      );
    case "user":
      return <Person id={node.id} label={node.label} />;
    case "channel":
      return <Channel id={node.id} label={node.label} />;
    case "group":
      return <Group id={node.id} label={node.label} />;
    case "broadcast":
      return <Broadcast range={node.range} />;
    case "emoji":
      return <Emoji name={node.name} tone={node.tone} />;
    case "date":
      return <Time {...node} />;
  }
}

/** A point in time; the whole date stands in its title. */
export function Time({
  seconds,
  template,
  url,
  fallback,
}: {
  seconds: number;
  template: string;
  url: string;
  fallback: string;
}) {
  const text = dated(seconds, template);
  if (text === undefined) return <>{fallback}</>;
  const time = (
    <time dateTime={new Date(seconds * 1000).toISOString()} title={dated(seconds, "{date_long} at {time_secs}")}>
      {text}
    </time>
  );
  return url === "" ? time : <Link url={url}>{time}</Link>;
}
