/** Avatar: the picture of a person or an app: the first letters of the name on a colour that stays the same. */

import { part } from "../store";
import "./Avatar.css";

const COLOURS = 8;

function colourOf(id: string): number {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) >>> 0;
  return sum % COLOURS;
}

function letters(name: string): string {
  const words = name.split(/[\s._-]+/).filter((word) => word !== "");
  return ([...(words[0] ?? "?")][0]! + (words.length > 1 ? [...words.at(-1)!][0]! : "")).toUpperCase();
}

export function Avatar({ user, name, size = "big" }: { user: string; name: string; size?: "big" | "small" }) {
  const isApp = part(`person/${user}`)?.is_bot === true;
  const kind = `avatar avatar-${size} avatar-${colourOf(user)}${isApp ? " avatar-app" : ""}`;
  return (
    <span class={kind} aria-hidden="true">
      {isApp ? letters(name).slice(0, 1) : letters(name)}
    </span>
  );
}
