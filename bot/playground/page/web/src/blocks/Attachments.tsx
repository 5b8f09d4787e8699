/** Attachments: what stands beside a message, behind a bar of its colour; blocks in it, or the fields of old. */

import "./Attachments.css";
import type { Json } from "../protocol";
import { list, records, words } from "../text/read";
import { Blocks } from "./Blocks";
import { Boundary } from "./Boundary";
import { Legacy, Pretext } from "./Legacy";

const NAMED: Record<string, string> = {
  good: "var(--primary)",
  warning: "var(--warning)",
  danger: "var(--danger)",
};
const HEX = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i;

export function Attachments({ attachments }: { attachments: Json[] }) {
  return (
    <div class="Attachments">
      {records(attachments).map((one, index) => (
        <Boundary key={index} of={one} what="An attachment">
          <Pretext of={one} />
          <div class="Attachments-one">
            <span class="Attachments-bar" style={{ background: colorOf(one.color) }} />
            <div class="Attachments-inside">
              {list(one.blocks).length > 0 ? <Blocks blocks={one.blocks} /> : <Legacy of={one} />}
            </div>
          </div>
        </Boundary>
      ))}
    </div>
  );
}

function colorOf(color: Json): string | undefined {
  const given = words(color);
  if (Object.hasOwn(NAMED, given)) return NAMED[given];
  const hex = HEX.exec(given)?.[1];
  return hex === undefined ? undefined : `#${hex}`;
}
