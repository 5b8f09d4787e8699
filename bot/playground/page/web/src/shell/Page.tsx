/** Page: what is open, for whom, and how the parts of it stand beside each other. */

import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { Modals } from "../modals/Modals";
import type { Channel, World } from "../protocol";
import { look, part, useChanges, useParts } from "../store";
import { AppView, firstTab, tabsOf } from "./AppView";
import { useBeside } from "./beside";
import { ChannelView } from "./ChannelView";
import { lazy } from "./Lazy";
import { apps, channels, titleOf } from "./names";
import { following } from "./permalinks";
import { Popup } from "./Popup";
import { useReads } from "./reads";
import { ShellProvider, usePhone, useReady } from "./shell";
import type { Shell } from "./shell";
import { SidePane } from "./SidePane";
import { Sides, useSides } from "./Sides";
import { Sidebar, unreadCount } from "./Sidebar";
import { ThreadPane } from "./ThreadPane";
import { Toasts, useToasts } from "./Toasts";
import { TopBar } from "./TopBar";
import { useKeys } from "./useKeys";
import type { Go, Where } from "./where";
import { useWhere } from "./where";
import "./Page.css";

const Profile = lazy(() => import("./Dialogs").then((found) => found.Profile), "");
const Keys = lazy(() => import("./Dialogs").then((found) => found.Keys), "");
const Browse = lazy(() => import("./Browse").then((found) => found.Browse));

/** The channel that is open: the one chosen, by id or name, or the first public one; as the server chooses it. */
function openChannel(where: Where): Channel | undefined {
  const chosen = where.channel === null ? undefined : part(`channel/${where.channel}`);
  if (chosen) return chosen;
  const mine = channels().filter((one) => one.is_member);
  const named = channels().find((one) => one.name === where.channel);
  return named ?? mine.find((one) => !one.is_private) ?? mine[0] ?? part(`channel/${apps()[0]?.dm ?? ""}`);
}

/** Who acts, once the server has said that they are there. */
function usePerson(where: Where, go: Go): World | undefined {
  const world = useParts(["world"], () => part("world"));
  const isKnown = world?.actors.some((one) => one.id === where.person) === true;
  useEffect(() => {
    if (world && !isKnown && world.person !== where.person) go({ ...where, person: world.person }, "replace");
  }, [world, isKnown, where.person]);
  return world?.person === where.person ? world : undefined;
}

function useTitle(channel: Channel | undefined, world: World | undefined): void {
  useReads();
  const unread = useParts(["channel/"], () => (world ? unreadCount(world.person) : 0));
  const title = [channel && titleOf(channel), world?.team.name, "Local Slack"].filter(Boolean).join(" · ");
  useEffect(() => {
    document.title = unread > 0 ? `(${unread}) ${title}` : title;
  }, [title, unread]);
}

/** What stands beside the list of channels of a phone. */
function Nothing() {
  useReady();
  return (
    <main class="view" tabIndex={-1}>
      <p class="hidden">Choose a channel or an app.</p>
    </main>
  );
}

function View({ channel, where }: { channel: Channel | undefined; where: Where }) {
  useChanges(["app/"]);
  // The tab that was open first stays open when its messages are read.
  const first = useRef({ key: "", tab: firstTabOf(channel, where) });
  const key = `${where.person}/${channel?.id ?? ""}`;
  if (first.current.key !== key) first.current = { key, tab: firstTabOf(channel, where) };
  if (channel === undefined) return <Nothing />;
  const app = channel.app ? part(`app/${channel.app}`) : undefined;
  if (app === undefined) return <ChannelView channel={channel} />;
  const tab = where.tab !== null && tabsOf(app).includes(where.tab) ? where.tab : first.current.tab;
  return <AppView app={app} channel={channel} tab={tab} />;
}

function firstTabOf(channel: Channel | undefined, where: Where) {
  const app = channel?.app ? part(`app/${channel.app}`) : undefined;
  return app ? firstTab(app, where.person) : "messages";
}

/** On a phone one thing is shown at a time: the focus goes with it. */
function useFocusOf(where: Where): void {
  const isPhone = usePhone();
  const pane = where.thread !== null ? ".thread" : where.channel !== null ? ".view" : ".sidebar";
  const before = useRef(pane);
  useEffect(() => {
    if (before.current === pane) return;
    const closed = before.current;
    before.current = pane;
    if (isPhone) document.querySelector<HTMLElement>(pane)?.focus();
    else if (closed === ".thread" && document.activeElement === document.body) {
      document.querySelector<HTMLElement>(".view .composer textarea")?.focus();
    }
  }, [pane]);
}

export function Page() {
  const [where, go] = useWhere();
  const world = usePerson(where, go);
  const { panel, setPanel, closePanel, front, setFront, inspect } = useSides(where.thread);
  const [browsing, browse] = useState<HTMLElement | null>(null);
  const [profile, setProfile] = useState<string | null>(null);
  const [hasKeys, showKeys] = useState(false);
  const [toasts, trouble, dropToast] = useToasts(where.person);
  const isList = usePhone() && where.channel === null;
  const channel = useParts(["channel/", "app/"], () => (world && !isList ? openChannel(where) : undefined));
  const channelId = channel?.id ?? where.channel;
  useEffect(() => {
    look({ person: where.person, channel: channelId, thread: where.thread, inspecting: panel === "inspector" });
  }, [where.person, channelId, where.thread, panel]);
  useTitle(channel, world);
  const shell = useMemo<Shell>(() => {
    const onPerson = (user: string) => {
      const app = part(`person/${user}`)?.app;
      const dm = app ? part(`app/${app}`)?.dm : undefined;
      if (dm) go({ channel: dm, thread: null, tab: null });
      else setProfile(user);
    };
    return { person: where.person, go, trouble, onPerson, onInspect: inspect };
  }, [where.person]);
  useFocusOf(where);
  useBeside(where.person, world ? channel : undefined, where.thread);
  const onKeys = useCallback(() => showKeys(true), []);
  const onBrowse = useCallback((anchor: HTMLElement) => browse((was) => (was ? null : anchor)), []);
  const hasPanelInFront = panel !== null && front !== "thread";
  useKeys({ where, go, closePanel: hasPanelInFront ? closePanel : null, showKeys: onKeys, channel: channelId });
  const everybody = useParts(["app/"], apps);
  const pane = where.thread !== null ? "thread" : where.channel !== null ? "channel" : "list";
  return (
    <ShellProvider value={shell}>
      <div class={`page page-${pane}${panel ? " page-panel" : ""}${front ? ` page-both page-front-${front}` : ""}`}>
        <TopBar panel={panel} onPanel={setPanel} onKeys={onKeys} />
        <div class="page-body" onClick={following(go)}>
          <Sidebar current={channelId} onBrowse={onBrowse} />
          {world ? <View channel={channel} where={where} /> : <main class="view" aria-busy="true" />}
          {front && panel && <Sides panel={panel} front={front} onFront={setFront} />}
          {channel && where.thread !== null && (
            <ThreadPane key={where.thread} channel={channel} thread={where.thread} />
          )}
          {panel && <SidePane panel={panel} onClose={closePanel} />}
        </div>
        {browsing && (
          <Popup anchor={browsing} label="Browse channels" onClose={() => browse(null)}>
            <Browse onClose={() => browse(null)} />
          </Popup>
        )}
        {profile !== null && <Profile user={profile} onClose={() => setProfile(null)} />}
        {hasKeys && <Keys onClose={() => showKeys(false)} />}
        {world && <Modals person={where.person} apps={everybody} trouble={trouble} />}
        <Toasts toasts={toasts} onDrop={dropToast} />
      </div>
    </ShellProvider>
  );
}
