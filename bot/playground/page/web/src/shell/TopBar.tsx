/** TopBar: says that this is a simulation, whether it runs, and opens what stands beside the channels. */

import { useEffect, useRef, useState } from "preact/hooks";
import { connection, part, useParts } from "../store";
import { Icon } from "./Icon";
import { keepForGood, keptForGood } from "./kept";
import type { Item } from "./Menu";
import { Menu } from "./Menu";
import { Popup } from "./Popup";
import { pure, usePhone } from "./shell";
import "./TopBar.css";

export type Panel = "inspector" | "bench" | null;
type Scheme = "system" | "light" | "dark";

const SCHEMES: [Scheme, string][] = [
  ["system", "As the system"],
  ["light", "Light"],
  ["dark", "Dark"],
];

/** Show the colours that were chosen last; called before anything is drawn. */
export function wearScheme(scheme: Scheme = keptForGood<Scheme>("scheme", "system")): void {
  if (scheme === "system") delete document.documentElement.dataset.scheme;
  else document.documentElement.dataset.scheme = scheme;
}

function useScheme(): [Scheme, Item[]] {
  const [scheme, set] = useState(() => keptForGood<Scheme>("scheme", "system"));
  const choose = (next: Scheme) => {
    keepForGood("scheme", next);
    wearScheme(next);
    set(next);
  };
  const items = SCHEMES.map(([key, label], index) => ({
    key,
    label,
    isChosen: key === scheme,
    onChoose: () => choose(key),
    ...(index === 0 ? { heading: "Colours" } : {}),
  }));
  return [scheme, items];
}

function About() {
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, open] = useState(false);
  return (
    <>
      <button
        type="button"
        ref={button}
        class="topbar-name"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        title="What this means"
        onClick={() => open(!isOpen)}
      >
        Local simulation of Slack
        <span class="topbar-what" aria-hidden="true">
          ?
        </span>
      </button>
      {isOpen && (
        <Popup anchor={button.current!} label="About this simulation" onClose={() => open(false)}>
          <div class="topbar-about">
            <p>
              <b>This is not Slack.</b> It is a program on this computer that behaves like it, to try apps with.
            </p>
            <p>
              Nothing that you write here is sent to Slack. The apps are real: each does with it what it always does.
            </p>
            <p>Messages, people and channels live in memory: when the program stops, all of them are gone.</p>
            <button type="button" class="button" onClick={() => open(false)}>
              Close
            </button>
          </div>
        </Popup>
      )}
    </>
  );
}

/** Connecting is not worth a word: it is over before anybody has read it. */
function ConnectionState() {
  const state = useParts(["connected"], connection);
  const words = { connecting: "connecting", open: "connected", lost: "lost: is it still running?" };
  return (
    <span class={`topbar-state topbar-${state}`} role="status">
      <span class="topbar-dot" aria-hidden="true" />
      <span class="topbar-words">{words[state]}</span>
    </span>
  );
}

export interface TopBarGiven {
  panel: Panel;
  onPanel: (panel: Panel) => void;
  onKeys: () => void;
}

export const TopBar = pure(function TopBar({ panel, onPanel, onKeys }: TopBarGiven) {
  const isPhone = usePhone();
  const bench = useParts(["bench"], () => part("bench")?.title);
  const [scheme, schemes] = useScheme();
  const panels: [Exclude<Panel, null>, string][] = [["inspector", "Inspector"]];
  if (bench !== undefined) panels.push(["bench", bench || "Pack"]);
  useEffect(() => {
    if (panel === "bench" && bench === undefined && part("world")) onPanel(null);
  }, [panel, bench]);
  const toggle = (key: Exclude<Panel, null>) => onPanel(panel === key ? null : key);
  const everything: Item[] = [
    ...panels.map(([key, label]) => ({ key, label, onChoose: () => toggle(key) })),
    { key: "keys", label: "Keys", onChoose: onKeys },
    ...schemes,
  ];
  return (
    <header class="topbar">
      <h1 class="hidden">Local simulation of Slack</h1>
      <About />
      <ConnectionState />
      <span class="topbar-space" />
      {isPhone ? (
        <Menu class="topbar-button" label="More" items={everything}>
          <Icon name="more" />
        </Menu>
      ) : (
        <>
          {panels.map(([key, label]) => (
            <button
              key={key}
              type="button"
              class="topbar-button"
              aria-pressed={panel === key}
              onClick={() => toggle(key)}
            >
              <Icon name={key === "inspector" ? "panel" : "file"} />
              {label}
            </button>
          ))}
          <Menu class="topbar-button" label={`Colours: ${scheme}`} title="Colours" items={schemes}>
            <Icon name="theme" />
          </Menu>
          <button type="button" class="topbar-button" aria-label="Keys" title="Keys" onClick={onKeys}>
            ?
          </button>
        </>
      )}
    </header>
  );
});
