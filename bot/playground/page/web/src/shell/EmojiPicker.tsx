/** EmojiPicker: emoji to choose from, found by name; arrows move, Enter chooses. Loaded when it is first opened. */

import { useMemo, useRef, useState } from "preact/hooks";
import { isComposing } from "../elements/composing";
import shown from "virtual:emoji";
import "./EmojiPicker.css";

/** Apart, because its types know a combobox only with a datalist. */
const COMBOBOX: object = { role: "combobox" };
const MOST = 240;
const USUAL = ["+1", "white_check_mark", "eyes", "tada", "heart", "raised_hands", "pray", "thinking_face"];
const NAMES = Object.keys(shown);

function found(words: string): string[] {
  const wanted = words.trim().toLowerCase().replace(/:/g, "").replace(/\s+/g, "_");
  const seen = new Set<string>();
  const once = (name: string) => !seen.has(shown[name]!) && Boolean(seen.add(shown[name]!));
  if (wanted === "") return [...USUAL, ...NAMES].filter(once).slice(0, MOST);
  const begin = NAMES.filter((name) => name.startsWith(wanted));
  const within = NAMES.filter((name) => !name.startsWith(wanted) && name.includes(wanted));
  return [...begin, ...within].filter(once).slice(0, MOST);
}

/** How many stand in a line: the grid says, as wide as it is. */
function columns(grid: HTMLElement): number {
  return getComputedStyle(grid).gridTemplateColumns.split(" ").length;
}

export function EmojiPicker({ onPick }: { onPick: (name: string) => void }) {
  const [words, setWords] = useState("");
  const [at, setAt] = useState(0);
  const grid = useRef<HTMLDivElement>(null);
  const names = useMemo(() => found(words), [words]);
  const move = (to: number) => {
    const next = Math.max(0, Math.min(names.length - 1, to));
    setAt(next);
    grid.current?.children[next]?.scrollIntoView({ block: "nearest" });
  };
  const key = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const line = columns(grid.current!);
    const steps: Record<string, number> = { ArrowDown: at + line, ArrowUp: at - line };
    // With words in the field the arrows to the side belong to its caret.
    if (words === "") Object.assign(steps, { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: names.length - 1 });
    else Object.assign(steps, { ArrowRight: at + 1, ArrowLeft: at - 1 });
    if (event.key === "Enter" && names[at]) {
      event.preventDefault();
      onPick(names[at]);
    } else if (steps[event.key] !== undefined) {
      event.preventDefault();
      move(steps[event.key]!);
    }
  };
  return (
    <div class="emojis" onKeyDown={key}>
      <input
        class="emojis-search"
        type="search"
        {...COMBOBOX}
        aria-label="Search emoji by name"
        aria-expanded={names.length > 0}
        aria-controls="emojis-grid"
        aria-autocomplete="list"
        aria-activedescendant={names[at] ? `emoji-${names[at]}` : undefined}
        placeholder="Search emoji"
        autocomplete="off"
        value={words}
        ref={(input) => void (input && document.activeElement?.closest(".emojis") === null && input.focus())}
        onInput={(event) => {
          setWords(event.currentTarget.value);
          setAt(0);
        }}
      />
      <div class="emojis-grid" id="emojis-grid" role="listbox" aria-label="Emoji" ref={grid}>
        {names.map((name, index) => (
          <div
            key={name}
            id={`emoji-${name}`}
            class="emojis-one"
            role="option"
            aria-selected={index === at}
            aria-label={name.replace(/_/g, " ")}
            title={`:${name}:`}
            onClick={() => onPick(name)}
          >
            {shown[name]}
          </div>
        ))}
      </div>
      <p class="emojis-name" aria-live="polite">{names[at] ? `:${names[at]}:` : "No emoji has this name."}</p>
    </div>
  );
}
