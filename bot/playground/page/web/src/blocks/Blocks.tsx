/** Blocks: a list of blocks as Slack lays them out; the surface and the acts come from the place they stand in. */

import "./Blocks.css";
import { memo } from "../text/memo";
import { record, words } from "../text/read";
import type { Json } from "../protocol";
import { Boundary } from "./Boundary";
import { KINDS } from "./kinds";

export const Blocks = memo(function Blocks({ blocks }: { blocks: Json[] }) {
  if (!Array.isArray(blocks)) return null;
  const keys = keysOf(blocks);
  return (
    <div class="Blocks">
      {blocks.map((block, index) => (
        <Boundary key={keys[index]} of={block} what={`A block of the type ${kindOf(block)}`}>
          <Block block={block} />
        </Boundary>
      ))}
    </div>
  );
});

const Block = memo(function Block({ block }: { block: Json }) {
  const kind = kindOf(block);
  const Kind = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  if (Kind === undefined)
    return <p class="Blocks-odd">{`Block of the type ${kind}, which this page does not know.`}</p>;
  return <Kind block={block} />;
});

function kindOf(block: Json): string {
  return words(record(block).type) || "(none)";
}

/** A block keeps what it holds where its id stays; ids that are missing or come twice stand for nothing. */
function keysOf(blocks: Json[]): string[] {
  const seen = new Set<string>();
  return blocks.map((block, index) => {
    const id = words(record(block).block_id);
    const key = id === "" || seen.has(id) ? `at ${index}` : `id ${id}`;
    seen.add(id);
    return key;
  });
}
