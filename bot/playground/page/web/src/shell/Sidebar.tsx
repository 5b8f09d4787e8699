/** Sidebar: the workspace, who acts, the channels and the apps; what was not read stands in bold. */

import type { ComponentChildren } from "preact";
import type { App, Channel, World } from "../protocol";
import { all, part, useChanges } from "../store";
import { Avatar } from "./Avatar";
import { Icon } from "./Icon";
import type { Item } from "./Menu";
import { Menu } from "./Menu";
import { apps, channels, groups, signOf } from "./names";
import { isUnread, useReads } from "./reads";
import { pure, useShell } from "./shell";
import "./Sidebar.css";

/** Everything that can be gone to, in the order of the sidebar: the keys for the next and the one before follow it. */
export function stops(): string[] {
  const places = [...channels().filter((one) => one.is_member), ...groups()];
  return [...places.map((one) => one.id), ...apps().map((one) => one.dm)];
}

/** How many channels have something new for the person. */
export function unreadCount(person: string): number {
  const mine = all("channel").filter((one) => one.is_member || one.is_im);
  return mine.filter((one) => isUnread(person, one.id, one.latest)).length;
}

function Row({
  to,
  current,
  isNew,
  children,
}: {
  to: string;
  current: string | null;
  isNew: boolean;
  children: ComponentChildren;
}) {
  const { go } = useShell();
  return (
    <li>
      <button
        type="button"
        class={`sidebar-row${isNew ? " sidebar-new" : ""}`}
        aria-current={current === to ? "page" : undefined}
        onClick={() => go({ channel: to, thread: null })}
      >
        {children}
        {isNew && <span class="hidden">, new messages</span>}
      </button>
    </li>
  );
}

function ChannelRow({ channel, current }: { channel: Channel; current: string | null }) {
  const { person } = useShell();
  const isNew = isUnread(person, channel.id, channel.latest);
  return (
    <Row to={channel.id} current={current} isNew={isNew}>
      <Icon name={signOf(channel)} />
      <span class="sidebar-label">{channel.name}</span>
      {channel.is_private && !channel.is_mpim && <span class="hidden">, private</span>}
      {channel.is_shared && (
        <span class="sidebar-shared" title="Shared with another workspace">
          <Icon name="shared" />
          <span class="hidden">, shared with another workspace</span>
        </span>
      )}
    </Row>
  );
}

/** In words, because a colour says nothing to many. */
function stateOf(app: App): string | null {
  if (app.revoked) return "removed";
  return app.connections === 0 ? "not connected" : null;
}

function AppRow({ app, current }: { app: App; current: string | null }) {
  const { person } = useShell();
  const latest = part(`channel/${app.dm}`)?.latest ?? "";
  const state = stateOf(app);
  return (
    <Row to={app.dm} current={current} isNew={isUnread(person, app.dm, latest)}>
      <Avatar user={app.bot_user} name={app.name} size="small" />
      <span class="sidebar-label sidebar-app">{app.name}</span>
      <span class={`sidebar-dot${state ? "" : " sidebar-dot-on"}`} aria-hidden="true" />
      {state ? <small class="sidebar-state">{state}</small> : <span class="hidden">, connected</span>}
    </Row>
  );
}

function teamsOf(world: World, go: (person: string) => void): Item[] {
  return world.teams.map((team) => ({
    key: team.id,
    label: team.name,
    isChosen: team.id === world.team.id,
    onChoose: () => {
      const first = world.actors.find((one) => one.team === team.id);
      if (team.id !== world.team.id && first) go(first.id);
    },
  }));
}

function actorsOf(world: World, go: (person: string) => void): Item[] {
  const teams = new Map(world.teams.map((team) => [team.id, team.name]));
  const own = (team: string) => (team === world.team.id ? 0 : 1);
  const sorted = [...world.actors].sort(
    (one, other) => own(one.team) - own(other.team) || one.team.localeCompare(other.team),
  );
  return sorted.map((one, index) => ({
    key: one.id,
    label: one.real_name || one.name,
    note: one.role,
    isChosen: one.id === world.person,
    picture: <Avatar user={one.id} name={one.real_name || one.name} size="small" />,
    onChoose: () => go(one.id),
    ...(sorted[index - 1]?.team === one.team ? {} : { heading: teams.get(one.team) ?? "Another workspace" }),
  }));
}

function Head({ world }: { world: World }) {
  const { go } = useShell();
  const act = (person: string) => go({ person });
  const me = world.actors.find((one) => one.id === world.person);
  const name = me ? me.real_name || me.name : "Nobody";
  return (
    <div class="sidebar-head">
      {world.teams.length > 1 ? (
        <Menu class="sidebar-team" label={`Workspace: ${world.team.name}`} items={teamsOf(world, act)}>
          <span class="sidebar-label">{world.team.name}</span>
          <Icon name="down" />
        </Menu>
      ) : (
        <p class="sidebar-team">{world.team.name}</p>
      )}
      <Menu class="sidebar-me" label="Act as somebody else" isNamed items={actorsOf(world, act)}>
        <Avatar user={world.person} name={name} />
        <span class="sidebar-label">
          <small>You act as</small>
          <b>{name}</b>
          {me?.role && <small>{me.role}</small>}
          <span class="hidden">, act as somebody else</span>
        </span>
        <Icon name="down" />
      </Menu>
    </div>
  );
}

interface SidebarGiven {
  current: string | null;
  onBrowse: (anchor: HTMLElement) => void;
}

export const Sidebar = pure(function Sidebar({ current, onBrowse }: SidebarGiven) {
  useReads();
  useChanges(["channel/", "app/", "world", "person/"]);
  const world = part("world");
  if (world === undefined) return <nav class="sidebar" aria-label="Channels and apps" />;
  return (
    <nav class="sidebar" aria-label="Channels and apps" tabIndex={-1}>
      <Head world={world} />
      <div class="sidebar-lists">
        <h2>Channels</h2>
        <ul>
          {channels()
            .filter((one) => one.is_member)
            .map((one) => (
              <ChannelRow key={one.id} channel={one} current={current} />
            ))}
          <li>
            <button
              type="button"
              class="sidebar-row sidebar-browse"
              aria-haspopup="dialog"
              onClick={(event) => onBrowse(event.currentTarget)}
            >
              <Icon name="add" />
              <span class="sidebar-label">Browse channels</span>
            </button>
          </li>
        </ul>
        {groups().length > 0 && <h2>Direct messages</h2>}
        {groups().length > 0 && (
          <ul>
            {groups().map((one) => (
              <ChannelRow key={one.id} channel={one} current={current} />
            ))}
          </ul>
        )}
        <h2>Apps</h2>
        <ul>
          {apps().map((one) => (
            <AppRow key={one.id} app={one} current={current} />
          ))}
        </ul>
        {apps().length === 0 && <p class="sidebar-none">No app is installed here.</p>}
      </div>
    </nav>
  );
});
