/** Actions: interactive elements in a row. */

import "./Actions.css";
import { Element } from "../elements/Element";
import type { Json } from "../protocol";
import { record, records, words } from "../text/read";

export function Actions({ block }: { block: Json }) {
  return <Row block={block} class="Actions" />;
}

export function ContextActions({ block }: { block: Json }) {
  return <Row block={block} class="Actions Actions-small" />;
}

function Row({ block, ...rest }: { block: Json; class: string }) {
  return (
    <div {...rest}>
      {records(record(block).elements).map((one, index) => (
        <Element key={words(one.action_id) || index} element={one} block={block} />
      ))}
    </div>
  );
}
