/** Browse: the channels that the person is not in, to look at or to join. */

import { join } from "../acts";
import { useParts } from "../store";
import { Icon } from "./Icon";
import { channels } from "./names";
import { sentenceOf, useShell } from "./shell";
import { asTyped } from "./typed";
import "./Browse.css";

export function Browse({ onClose }: { onClose: () => void }) {
  const { person, go, trouble } = useShell();
  const found = useParts(["channel/"], channels).filter((one) => !one.is_member);
  const enter = (channel: string) => {
    join({ person, app: null }, channel).then(
      () => {
        onClose();
        go({ channel, thread: null });
      },
      (error) => trouble(sentenceOf(error)),
    );
  };
  return (
    <div class="browse">
      <h3>Channels you are not in</h3>
      {found.length === 0 && <p>You are in every channel that you can see.</p>}
      <ul>
        {found.map((one) => (
          <li key={one.id}>
            <Icon name={one.is_private ? "lock" : "hash"} />
            <button
              type="button"
              class="browse-name"
              title="Look into it"
              onClick={() => {
                onClose();
                go({ channel: one.id, thread: null });
              }}
            >
              <b>{one.name}</b>
              <small>
                {asTyped(one.purpose || one.topic) ||
                  (one.members.length === 1 ? "1 member" : `${one.members.length} members`)}
              </small>
            </button>
            <button type="button" class="button" aria-label={`Join ${one.name}`} onClick={() => enter(one.id)}>
              Join
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
