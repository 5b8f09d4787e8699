/** ask: the question before something is done, as the app wrote it, in a dialog over everything else. */

import "./ask.css";
import { render } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { PlaceProvider, type Place } from "../place";
import type { Json } from "../protocol";
import { Words } from "./Words";

/** Whether the person says yes; yes where there is no question. */
export function ask(confirm: Json | undefined, place: Place): Promise<boolean> {
  if (!confirm) return Promise.resolve(true);
  return new Promise((resolve) => {
    const room = document.body.appendChild(document.createElement("div"));
    const done = (isYes: boolean) => {
      render(null, room);
      room.remove();
      resolve(isYes);
    };
    render(
      <PlaceProvider value={place}>
        <Question confirm={confirm} done={done} />
      </PlaceProvider>,
      room,
    );
  });
}

function Question({ confirm, done }: { confirm: Json; done: (isYes: boolean) => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const answer = useRef(false);
  useLayoutEffect(() => dialog.current!.showModal(), []);
  const say = (isYes: boolean) => {
    answer.current = isYes;
    dialog.current!.close(); // gives the focus back
  };
  return (
    <dialog
      ref={dialog}
      class="ask"
      role="alertdialog"
      aria-labelledby="ask-title"
      aria-describedby="ask-text"
      onClick={(event) => event.target === dialog.current && say(false)}
      onClose={(event) => {
        event.stopPropagation();
        done(answer.current);
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div class="ask-body">
        <h2 class="ask-title" id="ask-title">
          <Words text={confirm.title} />
        </h2>
        <div id="ask-text">
          <Words text={confirm.text} />
        </div>
        <div class="ask-answers">
          <button type="button" class="Button" onClick={() => say(false)}>
            <Words text={confirm.deny ?? "Cancel"} />
          </button>
          <button
            type="button"
            class={`Button Button--${confirm.style === "danger" ? "danger" : "primary"}`}
            autofocus
            onClick={() => say(true)}
          >
            <Words text={confirm.confirm ?? "Yes"} />
          </button>
        </div>
      </div>
    </dialog>
  );
}
