/** ChannelView: a channel: its name, topic and members, the apps that can be added, and what is said in it. */

import { useRef, useState } from "preact/hooks";
import { invite, join } from "../acts";
import type { Channel } from "../protocol";
import { useChanges, useParts } from "../store";
import { Avatar } from "./Avatar";
import { Icon } from "./Icon";
import type { Item } from "./Menu";
import { Menu } from "./Menu";
import { apps, nameOf, signOf, titleOf } from "./names";
import { Popup } from "./Popup";
import { sentenceOf, useShell } from "./shell";
import { Talk } from "./Talk";
import { insteadOf } from "./ThreadPane";
import { asTyped } from "./typed";
import "./ChannelView.css";

/** The apps that are not in the channel yet. */
function useAddable(channel: Channel): Item[] {
  const { person, trouble } = useShell();
  const missing = useParts(["app/"], apps).filter((app) => !app.revoked && !channel.members.includes(app.bot_user));
  return missing.map((app) => ({
    key: app.id,
    label: app.name,
    note: app.description,
    picture: <Avatar user={app.bot_user} name={app.name} size="small" />,
    onChoose: () => void invite({ person, app: app.id }, channel.id).catch((error) => trouble(sentenceOf(error))),
  }));
}

function Members({ channel }: { channel: Channel }) {
  const { person, onPerson } = useShell();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, open] = useState(false);
  useChanges(["person/"]);
  const count = channel.members.length;
  return (
    <>
      <button
        type="button"
        ref={button}
        class="head-button head-outlined"
        aria-label={count === 1 ? "1 member" : `${count} members`}
        title="Members"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => open(!isOpen)}
      >
        <Icon name="people" /> {count}
      </button>
      {isOpen && (
        <Popup anchor={button.current!} label={`Members of ${channel.name}`} onClose={() => open(false)}>
          <ul class="members">
            {channel.members.map((user) => (
              <li key={user}>
                <button
                  type="button"
                  class="menu-item"
                  onClick={() => {
                    open(false);
                    onPerson(user);
                  }}
                >
                  <Avatar user={user} name={nameOf(user)} size="small" />
                  <span class="menu-label">
                    {nameOf(user)}
                    {user === person ? " (you)" : ""}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </Popup>
      )}
    </>
  );
}

function Begin({ channel }: { channel: Channel }) {
  return (
    <div class="begin">
      <h3>
        <Icon name={signOf(channel)} /> {channel.name}
      </h3>
      <p>
        This is the very beginning of {channel.is_im || channel.is_mpim ? "your messages" : "the channel"}.{" "}
        {asTyped(channel.purpose)}
      </p>
    </div>
  );
}

function JoinBar({ channel }: { channel: Channel }) {
  const { person, trouble } = useShell();
  const enter = () => void join({ person, app: null }, channel.id).catch((error) => trouble(sentenceOf(error)));
  return (
    <div class="instead">
      <span>
        You are looking at <b>#{channel.name}</b> without being in it.
      </span>
      <button type="button" class="button button-primary" onClick={enter}>
        Join channel
      </button>
    </div>
  );
}

export function ChannelView({ channel }: { channel: Channel }) {
  const { go } = useShell();
  const addable = useAddable(channel);
  const name = titleOf(channel);
  const instead = channel.is_member ? insteadOf(channel) : { instead: <JoinBar channel={channel} /> };
  return (
    <main class="view" aria-label={name} tabIndex={-1}>
      <header class="head">
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
            <Icon name={signOf(channel)} />
            {channel.name}
            {channel.is_private && !channel.is_mpim && <span class="hidden">, private</span>}
          </h2>
          {channel.is_shared && <span class="view-shared">Shared</span>}
          {channel.topic && (
            <span class="head-topic" title={asTyped(channel.topic)}>
              {asTyped(channel.topic)}
            </span>
          )}
        </div>
        {channel.is_member && !channel.is_im && !channel.is_mpim && addable.length > 0 && (
          <Menu class="head-button head-outlined" label="Add app" items={addable}>
            <Icon name="add" />
            <span class="head-word">Add app</span>
          </Menu>
        )}
        <Members channel={channel} />
      </header>
      <Talk key={channel.id} channel={channel} thread={null} label={`Messages in ${name}`} to={name} {...instead}>
        <Begin channel={channel} />
      </Talk>
    </main>
  );
}
