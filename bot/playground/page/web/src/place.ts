/** Place: where on the page something stands, for whatever in it is interactive. */

import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Actor, Shown } from "./acts";
import type { State } from "./protocol";

export type Surface = "message" | "modal" | "home";

export interface Place {
  surface: Surface;
  /** Who acts, towards the app that made it. */
  who: Actor;
  /** The message or the view; null where nothing in it can be used, as in an attachment of an unknown app. */
  shown: Shown | null;
  /** What was filled in, as the server knows it. */
  state: State;
  /** The values of a modal that is being filled in; null elsewhere. */
  form: Form | null;
  /** What went wrong is said here. */
  trouble: (text: string) => void;
  /** Show a person, or go to a channel. */
  onPerson: (user: string) => void;
  onChannel: (channel: string) => void;
}

/** A modal that is being filled in. */
export interface Form {
  /** Values as `press` takes them: by block id, by action id. */
  values: State;
  set: (block: string, action: string, value: unknown) => void;
  /** What is wrong, by block id. */
  errors: Readonly<Record<string, string>>;
}

const Context = createContext<Place | null>(null);
export const PlaceProvider = Context.Provider;

/** Where the component stands. */
export function usePlace(): Place {
  const place = useContext(Context);
  if (place === null) throw new Error("a block stands outside of every place");
  return place;
}
