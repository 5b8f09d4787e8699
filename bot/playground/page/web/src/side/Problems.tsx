/** Problems: what went wrong, in words and with the place of it; nothing where nothing did. */

import { KINDS, type Problem } from "./trace";

export function Problems({ problems }: { problems: Problem[] }) {
  if (!problems.length) return null;
  return (
    <ul class="answer-problems" aria-label="What went wrong">
      {problems.map((one) => (
        <li>
          <strong class={`side-${one.kind}`}>{KINDS[one.kind]}</strong> {one.where}
          {one.pointer && <> at <code>{one.pointer}</code></>}: {one.why}
        </li>
      ))}
    </ul>
  );
}
