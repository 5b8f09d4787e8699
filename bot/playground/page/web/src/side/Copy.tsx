/** Copy: a button that puts a text on the clipboard and says that it did. */

import { useEffect, useState } from "preact/hooks";

const SHOWN = 1500;

export function Copy({ what, text }: { what: string; text: () => string }) {
  const [said, setSaid] = useState("");
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(""), SHOWN);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = () =>
    // Without a secure context there is no clipboard at all.
    Promise.resolve(navigator.clipboard?.writeText(text()) ?? Promise.reject(new Error("no clipboard"))).then(
      () => setSaid("Copied"),
      () => setSaid("Not allowed"),
    );
  return (
    <button type="button" class="side-button" onClick={copy} aria-label={`Copy ${what}`}>
      <span aria-live="polite">{said || "Copy"}</span>
    </button>
  );
}
