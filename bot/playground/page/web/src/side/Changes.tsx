/** Changes: what was answered before an edit, what is answered after it, and why; the most first. */

import { useState } from "preact/hooks";
import type { Bench } from "../protocol";
import "./Changes.css";

const MANY = 50;

export function Changes({ title, changes }: { title: string; changes: Bench["changes"] }) {
  const [most, setMost] = useState(MANY);
  return (
    <section class="changes">
      <h4>
        {title} ({changes.length})
      </h4>
      <ul>
        {changes.slice(0, most).map((one) => (
          <li key={one.name}>
            <p class="changes-name" dir="auto">
              {one.name}
            </p>
            <p class="changes-effect">
              <span class="hidden">before: </span>
              <span class="changes-before">{one.before}</span>
              <span aria-hidden="true"> → </span>
              <span class="hidden">, now: </span>
              <strong>{one.after}</strong>
            </p>
            {one.why.length > 0 && (
              <ul class="changes-why" aria-label="Why">
                {one.why.map((why) => (
                  <li dir="auto">{why}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      {changes.length > most && (
        <button type="button" class="side-button" onClick={() => setMost(most + 200)}>
          Show {Math.min(200, changes.length - most)} more
        </button>
      )}
    </section>
  );
}
