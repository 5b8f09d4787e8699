/** Container: blocks under a title, in a frame; one that collapses is the browser's own `details`. */

import "./Container.css";
import type { Json } from "../protocol";
import { list, record, said, words } from "../text/read";
import { RichText } from "../text/RichText";
import { Text } from "../text/Text";
import { Blocks } from "./Blocks";
import { Image } from "./Image";

const WIDTHS = new Set(["narrow", "standard", "wide", "full"]);

export function Container({ block }: { block: Json }) {
  const { child_blocks, width, is_collapsible, default_collapsed, has_header_divider } = record(block);
  const looks = `Container Container-${WIDTHS.has(words(width)) ? words(width) : "standard"}`;
  const inside = (
    <div class="Container-inside">
      <Blocks blocks={list(child_blocks)} />
    </div>
  );
  if (is_collapsible === true) {
    return (
      <details class={looks} open={default_collapsed !== true}>
        <summary class="Container-head">
          <Head block={block} />
        </summary>
        {inside}
      </details>
    );
  }
  return (
    <section class={looks}>
      <div class={`Container-head${has_header_divider === true ? " Container-divided" : ""}`}>
        <Head block={block} />
      </div>
      {inside}
    </section>
  );
}

function Head({ block }: { block: Json }) {
  const { icon, title, rich_text_title, subtitle } = record(block);
  return (
    <>
      {record(icon).type ? <Image of={icon} class="Container-icon" /> : null}
      <div class="Container-names">
        <div class="Container-title">
          {rich_text_title ? <RichText block={rich_text_title} /> : <Text of={title} />}
        </div>
        {said(subtitle) ? (
          <div class="Container-subtitle">
            <Text of={subtitle} />
          </div>
        ) : null}
      </div>
    </>
  );
}
