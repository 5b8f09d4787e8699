import type { Json } from "../protocol";

/** One interactive element of a block, by its type. */
export function Element(_: { element: Json; block: Json }) {
  return null;
}
