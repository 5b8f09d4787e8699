/** Words: times and numbers as the side panels write them. */

const CLOCK = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", second: "2-digit" });
const FULL = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "long" });

/** A moment as a clock shows it. */
export const clock = (seconds: number): string => CLOCK.format(seconds * 1000);

/** A moment in full. */
export const fully = (seconds: number): string => FULL.format(seconds * 1000);

/** A moment for machines. */
export const machine = (seconds: number): string => new Date(seconds * 1000).toISOString();

/** How long something took. */
export function lasting(seconds: number): string {
  const ms = seconds * 1000;
  if (ms < 0.05) return "under 0.1 ms";
  if (ms < 10) return `${ms.toFixed(1)} ms`;
  return ms < 1000 ? `${Math.round(ms)} ms` : `${seconds.toFixed(seconds < 10 ? 2 : 1)} s`;
}

/** So many of something. */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;
