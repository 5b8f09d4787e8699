/** Digits: how wide the numbers of a list are. */

/** How many digits the longest number has. */
export function digits(start: number, count: number): number {
  return Math.max(String(start).length, String(start + count - 1).length);
}
