/** Small: blocks that are a line: a header, a divider, a context of little pictures and words. */

import "./Small.css";
import type { Json } from "../protocol";
import { record, records } from "../text/read";
import { Text } from "../text/Text";
import { Image } from "./Image";

export function Header({ block }: { block: Json }) {
  return (
    <h3 class="Small-header">
      <Text of={record(block).text} />
    </h3>
  );
}

export function Divider(_: { block: Json }) {
  return <hr class="Small-divider" />;
}

export function Context({ block }: { block: Json }) {
  return (
    <div class="Small-context">
      {records(record(block).elements).map((one, index) =>
        one.type === "image" ? (
          <Image key={index} of={one} class="Small-image" />
        ) : (
          <div key={index} class="Small-words">
            <Text of={one} />
          </div>
        ),
      )}
    </div>
  );
}
