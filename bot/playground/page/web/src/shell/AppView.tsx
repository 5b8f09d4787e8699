/** AppView: an app as Slack shows it: its Home, the direct message with it, and what is known about it. */

import { useEffect, useMemo, useRef } from "preact/hooks";
import { openHome, openMessages } from "../acts";
import { Blocks } from "../blocks/Blocks";
import { useKeptFocus } from "../elements/useKeptFocus";
import type { Place } from "../place";
import { PlaceProvider } from "../place";
import type { App, Channel } from "../protocol";
import { part, useParts } from "../store";
import { Avatar } from "./Avatar";
import { Chats, NewChat } from "./Chats";
import { Guard } from "./Guard";
import { Icon } from "./Icon";
import { lazy } from "./Lazy";
import { isUnread, useReads } from "./reads";
import { sentenceOf, useReady, useShell } from "./shell";
import { Talk } from "./Talk";
import { insteadOf } from "./ThreadPane";
import type { Tab } from "./where";
import "./AppView.css";

const About = lazy(() => import("./About").then((found) => found.About));

const WORDS: Record<Tab, string> = { home: "Home", messages: "Messages", about: "About" };

export function tabsOf(app: App): Tab[] {
  const tabs: Tab[] = [];
  if (app.has_home) tabs.push("home");
  if (app.has_messages) tabs.push("messages");
  return [...tabs, "about"];
}

/** The tab that Slack opens: an agent's messages, or what is new there, else Home. */
export function firstTab(app: App, person: string): Tab {
  const isNew = isUnread(person, app.dm, part(`channel/${app.dm}`)?.latest ?? "");
  if (app.has_messages && (app.is_agent || isNew)) return "messages";
  return tabsOf(app)[0]!;
}

function Home({ app }: { app: App }) {
  const { person, trouble, onPerson, go } = useShell();
  const key = `home/${app.id}` as const;
  useReady();
  const view = useParts([key], () => part(key));
  const place = useMemo<Place | null>(
    () =>
      view === undefined
        ? null
        : {
            surface: "home",
            who: { person, app: app.id },
            shown: { view: view.id },
            state: view.state.values,
            form: null,
            trouble,
            onPerson,
            onChannel: (channel) => go({ channel, thread: null }),
          },
    [view, person],
  );
  const room = useRef<HTMLDivElement>(null);
  useKeptFocus(room, view?.blocks);
  if (view === undefined || place === null) {
    return (
      <div class="app-none">
        <Avatar user={app.bot_user} name={app.name} />
        <p>
          <b>{app.name} has not put anything here yet.</b>
        </p>
        <p>
          {app.connections === 0
            ? "It is not connected: start it, then open this tab again."
            : "It was told that you opened its Home. Whatever it publishes appears here."}
        </p>
      </div>
    );
  }
  return (
    <div ref={room} class="app-home" role="tabpanel" aria-label={`Home of ${app.name}`} tabIndex={-1}>
      <div class="app-home-inside">
        <Guard of={view}>
          <PlaceProvider value={place}>
            <Blocks blocks={view.blocks} />
          </PlaceProvider>
        </Guard>
      </div>
    </div>
  );
}

function Begin({ app }: { app: App }) {
  return (
    <div class="begin app-begin">
      <Avatar user={app.bot_user} name={app.name} />
      <div>
        <h3>{app.name}</h3>
        <p>{app.description || "This is the very beginning of your messages with the app."}</p>
      </div>
    </div>
  );
}

function Tabs({ app, tab }: { app: App; tab: Tab }) {
  const { go, person } = useShell();
  useReads();
  const latest = useParts([`channel/${app.dm}`], () => part(`channel/${app.dm}`)?.latest ?? "");
  const tabs = tabsOf(app);
  const isNew = tab !== "messages" && isUnread(person, app.dm, latest);
  const key = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined || event.altKey) return;
    event.preventDefault();
    const to = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length]!;
    go({ tab: to, thread: null });
    (event.currentTarget as HTMLElement).querySelector<HTMLElement>(`[data-tab="${to}"]`)?.focus();
  };
  return (
    <div class="app-tabs" role="tablist" aria-label={app.name} onKeyDown={key}>
      {tabs.map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          data-tab={one}
          aria-selected={one === tab}
          tabIndex={one === tab ? 0 : -1}
          onClick={() => go({ tab: one, thread: null })}
        >
          {WORDS[one]}
          {one === "messages" && isNew && (
            <span class="app-new">
              <span class="hidden">, new messages</span>
            </span>
          )}
        </button>
      ))}
    </div>
  );
}

/** Tell the app which of its tabs was opened, as Slack does. */
function useOpened(app: App, tab: Tab): void {
  const { person, trouble } = useShell();
  useEffect(() => {
    const open = { home: openHome, messages: openMessages, about: null }[tab];
    if (open === null || app.revoked) return;
    open({ person, app: app.id }).catch((error) => trouble(sentenceOf(error)));
  }, [person, app.id, tab]);
}

export function AppView({ app, channel, tab }: { app: App; channel: Channel; tab: Tab }) {
  const { go } = useShell();
  useOpened(app, tab);
  const state = app.revoked ? "removed" : app.connections === 0 ? "not connected" : "connected";
  return (
    <main class="view" aria-label={app.name} tabIndex={-1}>
      <header class="head app-head">
        <button
          type="button"
          class="head-button head-back"
          aria-label="Back to the list of channels"
          onClick={() => go({ channel: null })}
        >
          <Icon name="back" />
        </button>
        <div class="head-names">
          <h2 class="head-title">
            <Avatar user={app.bot_user} name={app.name} size="small" /> {app.name}
          </h2>
          <span class={`app-state app-state-${state === "connected" ? "on" : "off"}`}>
            <i aria-hidden="true" />
            {state}
          </span>
        </div>
      </header>
      <Tabs app={app} tab={tab} />
      {tab === "home" && <Home key={app.id} app={app} />}
      {tab === "about" && <About app={app} />}
      {tab === "messages" && app.is_assistant && (
        <Talk
          key={channel.id}
          channel={channel}
          thread={null}
          label={`Messages of ${app.name}`}
          to={app.name}
          {...{ instead: <NewChat app={app} />, ...insteadOf(channel) }}
        >
          <Chats app={app} channel={channel} />
        </Talk>
      )}
      {tab === "messages" && !app.is_assistant && (
        <Talk
          key={channel.id}
          channel={channel}
          thread={null}
          label={`Messages with ${app.name}`}
          to={app.name}
          {...insteadOf(channel)}
        >
          <Begin app={app} />
        </Talk>
      )}
    </main>
  );
}
