/** What the author of a pack is shown: the check, the version in force, what changed. */
export function BenchPanel() {
  return null;
}
