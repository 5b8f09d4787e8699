/** Attachments: what stands beside a message, behind a bar of its colour; blocks in it, or the fields of old. */

import "./Attachments.css";
import type { ComponentChildren } from "preact";
import { PlaceProvider, usePlace } from "../place";
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
              <Owned by={one}>
                {list(one.blocks).length > 0 ? <Blocks blocks={one.blocks} /> : <Legacy of={one} />}
              </Owned>
            </div>
          </div>
        </Boundary>
      ))}
    </div>
  );
}

/** What an app shows of a link in somebody's message is that app's own. */
function Owned({ by, children }: { by: Json; children: ComponentChildren }) {
  const place = usePlace();
  if (by.is_app_unfurl !== true) return <>{children}</>;
  return <PlaceProvider value={{ ...place, who: { ...place.who, app: words(by.app_id) } }}>{children}</PlaceProvider>;
}

function colorOf(color: Json): string | undefined {
  const given = words(color);
  if (Object.hasOwn(NAMED, given)) return NAMED[given];
  const hex = HEX.exec(given)?.[1];
  return hex === undefined ? undefined : `#${hex}`;
}
