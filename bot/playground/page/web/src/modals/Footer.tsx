/** Footer: the buttons of a modal, in the app's words or in Slack's. */

import { wordsOf } from "../elements/names";
import type { View } from "../protocol";

export interface FooterProps {
  view: View;
  depth: number;
  waiting: "submit" | "close" | null;
  submit: () => void;
  leave: () => void;
}

export function Footer({ view, depth, waiting, submit, leave }: FooterProps) {
  const isWaiting = waiting === "submit";
  const words = wordsOf(view.close) || (depth > 1 ? "Back" : view.submit ? "Cancel" : "Close");
  return (
    <footer class="Modals-footer">
      <button type="button" class="Button Modals-button" onClick={leave}>
        {words}
      </button>
      {view.submit && (
        <button
          type="button"
          class="Button Button--primary Modals-button"
          aria-disabled={isWaiting}
          aria-busy={isWaiting || undefined}
          title="Ctrl+Enter"
          onClick={submit}
        >
          {wordsOf(view.submit)}
          {isWaiting && <span class="Element-spinner Button-spinner" />}
        </button>
      )}
    </footer>
  );
}
