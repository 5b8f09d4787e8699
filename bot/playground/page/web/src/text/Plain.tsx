/** Plain: a text as it stands, but for emoji where those are wanted. */

import "./Text.css";
import { Inlines } from "./Inlines";
import { withEmoji } from "./inline";
import { memo } from "./memo";

export const Plain = memo(function Plain({ text, emoji = true }: { text: string; emoji?: boolean }) {
  return (
    <span class="Text-lines" dir="auto">
      {emoji && text.includes(":") ? <Inlines nodes={withEmoji(text)} /> : text}
    </span>
  );
});
