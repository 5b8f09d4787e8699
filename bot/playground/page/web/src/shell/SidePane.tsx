/** SidePane: a panel beside the channel, a sheet over it on a phone; its script comes when it is opened first. */

import { part, useParts } from "../store";
import { Icon } from "./Icon";
import { lazy } from "./Lazy";
import { pure } from "./shell";
import type { Panel } from "./TopBar";
import "./SidePane.css";

const Inspector = lazy(() => import("../side/Inspector").then((found) => found.Inspector));
const BenchPanel = lazy(() => import("../side/BenchPanel").then((found) => found.BenchPanel));

/** What a panel is called. */
export const titleOfPanel = (panel: Exclude<Panel, null>): string =>
  panel === "inspector" ? "Inspector" : part("bench")?.title || "Pack";

interface SidePaneGiven {
  panel: Exclude<Panel, null>;
  onClose: () => void;
}

export const SidePane = pure(function SidePane({ panel, onClose }: SidePaneGiven) {
  const title = useParts(["bench"], () => titleOfPanel(panel));
  return (
    <aside class="sidepane" aria-label={title} tabIndex={-1}>
      <header class="head">
        <div class="head-names">
          <h2 class="head-title">{title}</h2>
        </div>
        <button
          type="button"
          class="head-button"
          aria-label={`Close ${title}`}
          title="Close (Escape)"
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
      </header>
      <div class="sidepane-inside">{panel === "inspector" ? <Inspector /> : <BenchPanel />}</div>
    </aside>
  );
});
