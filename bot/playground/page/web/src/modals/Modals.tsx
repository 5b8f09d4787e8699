import type { App } from "../protocol";

/** The modals that are open, the one on top usable. */
export function Modals(_: { person: string; apps: App[]; trouble: (text: string) => void }) {
  return null;
}
