/** Modals: the ones that are open, in one dialog that shows the one on top. */

import "./Modals.css";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { close } from "../acts";
import type { App, View } from "../protocol";
import { part, useParts } from "../store";
import { reasonOf } from "../elements/reason";
import { pure } from "../shell/shell";
import { keepOnly } from "./forms";
import { Modal } from "./Modal";

const NONE: View[] = [];

export interface ModalsProps {
  person: string;
  apps: App[];
  trouble: (text: string) => void;
}

export const Modals = pure(function Modals(props: ModalsProps) {
  const views = useParts(["modals"], () => part("modals") ?? NONE);
  useEffect(() => keepOnly(views), [views]);
  return views.length === 0 ? null : <Stack {...props} views={views} />;
});

function Stack({ views, person, apps, trouble }: ModalsProps & { views: View[] }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const depth = useRef(views.length);
  const view = views.at(-1)!;
  useLayoutEffect(() => {
    const shown = dialog.current!;
    if (!shown.open) shown.showModal();
  });
  // A dialog that is taken off the page does not give the focus back by itself.
  useLayoutEffect(() => () => dialog.current?.close(), []);
  const more = views.length - depth.current;
  const way = more === 0 ? "" : more > 0 ? " Modals--pushed" : " Modals--popped";
  const app = apps.find((one) => one.id === view.app_id);
  useEffect(() => void (depth.current = views.length), [views.length]);
  const who = { person, app: view.app_id };
  const leave = (event: Event) => {
    // Only where the browser wants to close it, as by the back gesture of a phone: not once it is gone from the page.
    if (event.target !== dialog.current || dialog.current === null) return;
    close(who, view.id, false).catch((error: unknown) => trouble(reasonOf(error)));
  };
  // The event comes from a file dialog in it too.
  const cancelled = (event: Event) => {
    if (event.target !== dialog.current) return;
    event.preventDefault();
    leave(event);
  };
  return (
    <dialog ref={dialog} class={`Modals${way}`} aria-labelledby="modal-title" onCancel={cancelled} onClose={leave}>
      <Modal key={view.id} view={view} depth={views.length} app={app} who={who} />
    </dialog>
  );
}
