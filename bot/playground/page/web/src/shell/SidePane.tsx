/** SidePane: a panel beside the channel, a sheet over it on a phone; its script comes when it is opened first. */

import { part, useParts } from "../store";
import { Icon } from "./Icon";
import { lazy } from "./Lazy";
import type { Panel } from "./TopBar";
import "./SidePane.css";

const Inspector = lazy(() => import("../side/Inspector").then((found) => found.Inspector));
const BenchPanel = lazy(() => import("../side/BenchPanel").then((found) => found.BenchPanel));

export function SidePane({ panel, onClose }: { panel: Exclude<Panel, null>; onClose: () => void }) {
  const bench = useParts(["bench"], () => part("bench")?.title);
  const title = panel === "inspector" ? "Inspector" : bench || "Pack";
  return (
    <aside class="sidepane" aria-label={title}>
      <header class="head">
        <div class="head-names"><h2 class="head-title">{title}</h2></div>
        <button type="button" class="head-button" aria-label={`Close ${title}`} title="Close (Escape)" onClick={onClose}><Icon name="close" /></button>
      </header>
      <div class="sidepane-inside">{panel === "inspector" ? <Inspector /> : <BenchPanel />}</div>
    </aside>
  );
}
