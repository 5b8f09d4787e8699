/** Emoji: one by its name; the name itself until it is known, and where nobody knows it. */

import "./Emoji.css";
import { emojiText, useEmoji } from "./emojiNames";

export { emojiText } from "./emojiNames";

export function Emoji({ name, tone = 1, text }: { name: string; tone?: number; text?: string }) {
  useEmoji();
  const shown = text ?? emojiText(name, tone);
  const written = `:${name}:${tone > 1 ? `:skin-tone-${tone}:` : ""}`;
  if (shown === undefined) return <>{written}</>;
  return (
    <span class="Emoji" title={written}>
      {shown}
    </span>
  );
}
