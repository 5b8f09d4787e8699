/** MessageEdit: one's own message while it is changed; Enter saves, Escape leaves it as it was. */

import { useState } from "preact/hooks";
import { edit } from "../acts";
import type { Message } from "../protocol";
import { sentenceOf, useShell } from "./shell";
import { TextBox } from "./TextBox";
import { asSent, asTyped } from "./typed";
import "./MessageEdit.css";

export function MessageEdit({ message, onDone }: { message: Message; onDone: () => void }) {
  const { person } = useShell();
  const before = asTyped(message.text);
  const [text, set] = useState(before);
  const [wrong, setWrong] = useState("");
  const done = () => {
    onDone();
    const { channel, ts } = message;
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-place="${channel}"] [data-ts="${ts}"]`)?.focus(),
    );
  };
  const save = () => {
    if (text.trim() === "" || text === before) return done();
    const shown = { channel: message.channel, ts: message.ts };
    return void edit({ person, app: null }, shown, asSent(text)).then(done, (error) => setWrong(sentenceOf(error)));
  };
  const key = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    done();
  };
  return (
    <div class="edit">
      <div class="edit-box">
        <TextBox label="Edit message" value={text} onValue={set} onEnter={save} onKey={key} takesFocus />
      </div>
      {wrong && (
        <p class="wrong" role="alert">
          {wrong}
        </p>
      )}
      <div class="edit-buttons">
        <button type="button" class="button" onClick={done}>
          Cancel
        </button>
        <button type="button" class="button button-primary" onClick={save}>
          Save
        </button>
      </div>
    </div>
  );
}
