/** Modal: one modal that is filled in, handed in and closed. */

import { useEffect, useRef } from "preact/hooks";
import type { Actor } from "../acts";
import { Blocks } from "../blocks/Blocks";
import { isComposing } from "../elements/composing";
import { Icon } from "../elements/Icon";
import { wordsOf } from "../elements/names";
import { useKeptFocus } from "../elements/useKeptFocus";
import { PlaceProvider } from "../place";
import type { App, View } from "../protocol";
import { Footer } from "./Footer";
import type { Memory } from "./forms";
import { useModal } from "./useModal";

export interface ModalProps {
  view: View;
  /** How many modals lie over each other, this one included. */
  depth: number;
  app: App | undefined;
  who: Actor;
}

export function Modal({ view, depth, app, who }: ModalProps) {
  const { place, memory, waiting, failed, submit, leave } = useModal(view, who);
  const body = useFocus(memory, failed);
  useKeptFocus(body, view.blocks);
  const keyed = (event: KeyboardEvent) => {
    event.stopPropagation(); // the page behind does not hear keys
    if (isComposing(event)) return;
    if (event.key === "Escape") event.preventDefault(), void leave(false);
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || !view.submit) return;
    event.preventDefault();
    void submit();
  };
  return (
    <div class="Modals-view" onKeyDown={keyed}>
      <Header view={view} app={app} cross={() => void leave(true)} />
      {memory.trouble !== null && (
        <p class="Modals-trouble" role="alert">
          {memory.trouble}
        </p>
      )}
      <div ref={body} class="Modals-body" aria-busy={waiting === "submit" || undefined}>
        <PlaceProvider value={place}>
          <Blocks blocks={view.blocks} />
        </PlaceProvider>
      </div>
      <Footer
        view={view}
        depth={depth}
        waiting={waiting}
        submit={() => void submit()}
        leave={() => void leave(false)}
      />
    </div>
  );
}

const FOCUSED = "a[href], button, input, textarea, summary, [tabindex]";
const WRONG = "input[aria-invalid], textarea[aria-invalid]";

/** Puts the focus where it was, or on the title where no element wanted it; on the first wrong one after a refusal. */
function useFocus(memory: Memory, failed: number) {
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const room = body.current!;
    const all = () => [...room.querySelectorAll<HTMLElement>(FOCUSED)];
    if (memory.focused >= 0) all()[memory.focused]?.focus();
    else if (!room.contains(document.activeElement)) document.getElementById("modal-title")?.focus();
    const remember = () => (memory.focused = all().indexOf(document.activeElement as HTMLElement));
    room.addEventListener("focusin", remember);
    return () => room.removeEventListener("focusin", remember);
  }, []);
  useEffect(() => {
    const room = body.current!;
    if (failed > 0) room.querySelector<HTMLElement>(WRONG)?.focus();
  }, [failed]);
  return body;
}

function Header({ view, app, cross }: { view: View; app: App | undefined; cross: () => void }) {
  const title = wordsOf(view.title);
  const name = app?.name ?? "App";
  return (
    <header class="Modals-header">
      <span class="Modals-icon" aria-hidden="true">
        {[...name][0]?.toUpperCase()}
      </span>
      <div class="Modals-titles">
        <h1 id="modal-title" class="Modals-title" tabIndex={-1} dir="auto">
          {title}
        </h1>
        <span class="Modals-app">{name}</span>
      </div>
      <button type="button" class="Button Button--icon" aria-label="Close everything" title="Close" onClick={cross}>
        <Icon name="cross" />
      </button>
    </header>
  );
}
