/** About: what an app says of itself: its description, its commands, its shortcuts. */

import type { App } from "../protocol";
import { useReady } from "./shell";

function List({ title, rows }: { title: string; rows: { name: string; about: string }[] }) {
  if (rows.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {rows.map((row) => (
          <div key={row.name}>
            <dt>{row.name}</dt>
            {row.about && <dd>{row.about}</dd>}
          </div>
        ))}
      </dl>
    </section>
  );
}

export function About({ app }: { app: App }) {
  useReady();
  const commands = app.commands.map((one) => ({
    name: [one.command, one.usage_hint].filter(Boolean).join(" "),
    about: one.description,
  }));
  const shortcuts = (type: string) =>
    app.shortcuts.filter((one) => one.type === type).map((one) => ({ name: one.name, about: one.description }));
  return (
    <div class="about">
      <p>{app.description || "The app says nothing about itself."}</p>
      <List title="Slash commands" rows={commands} />
      <List title="Shortcuts, behind the + of a composer" rows={shortcuts("global")} />
      <List title="Shortcuts of a message, behind its …" rows={shortcuts("message")} />
      <h3>Connection</h3>
      <p>
        {app.revoked && "It was removed from this workspace."}
        {!app.revoked && app.connections === null && "It is reached over HTTP."}
        {!app.revoked && app.connections !== null && `Socket Mode, ${app.connections} connected.`}
      </p>
    </div>
  );
}
