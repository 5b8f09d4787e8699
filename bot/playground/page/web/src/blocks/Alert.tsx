/** Alert: a sentence that stands out; its level is a word and a sign, never the colour alone. */

import "./Alert.css";
import type { Json } from "../protocol";
import { record, words } from "../text/read";
import { Text } from "../text/Text";

const LEVELS: Record<string, [sign: string, word: string]> = {
  default: ["i", "Note"],
  info: ["i", "Information"],
  success: ["✓", "Success"],
  warning: ["!", "Warning"],
  error: ["✕", "Error"],
};

export function Alert({ block }: { block: Json }) {
  const { level, text } = record(block);
  const name = Object.hasOwn(LEVELS, words(level)) ? words(level) : "default";
  const [sign, word] = LEVELS[name]!;
  return (
    <div class={`Alert Alert-${name}`} role={name === "error" || name === "warning" ? "alert" : "note"}>
      <span class="Alert-sign" aria-hidden="true">
        {sign}
      </span>
      <div class="Alert-text">
        <span class="hidden">{`${word}: `}</span>
        <Text of={text} />
      </div>
    </div>
  );
}
