import type { Json } from "../protocol";

/** Blocks as Slack lays them out; the surface and the acts come from the place they stand in. */
export function Blocks(_: { blocks: Json[] }) {
  return null;
}
