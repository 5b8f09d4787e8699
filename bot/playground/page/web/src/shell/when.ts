/** When: times of messages, in the time zone of the browser. */

const day = new Intl.DateTimeFormat("en", { weekday: "long", month: "long", day: "numeric" });
const dayAndYear = new Intl.DateTimeFormat("en", { weekday: "long", month: "long", day: "numeric", year: "numeric" });
const short = new Intl.DateTimeFormat("en", { month: "short", day: "numeric" });
const clock = new Intl.DateTimeFormat(undefined, { hour: "numeric", minute: "2-digit" });
const exact = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "medium" });

export const dateOf = (ts: string): Date => new Date(Number(ts) * 1000);
export const timeOf = (ts: string): string => clock.format(dateOf(ts));
/** The full date and time, as a title. */
export const exactly = (ts: string): string => exact.format(dateOf(ts));

function daysAgo(date: Date): number {
  const midnight = (one: Date) => new Date(one.getFullYear(), one.getMonth(), one.getDate()).getTime();
  return Math.round((midnight(new Date()) - midnight(date)) / 86_400_000);
}

export const sameDay = (one: string, other: string): boolean =>
  dateOf(one).toDateString() === dateOf(other).toDateString();

/** The words of the line between two days. */
export function dayOf(ts: string): string {
  const date = dateOf(ts);
  const ago = daysAgo(date);
  if (ago === 0) return "Today";
  if (ago === 1) return "Yesterday";
  return (date.getFullYear() === new Date().getFullYear() ? day : dayAndYear).format(date);
}

/** `today at 10:32`. */
export function lately(ts: string): string {
  const date = dateOf(ts);
  const ago = daysAgo(date);
  const on = ago === 0 ? "today" : ago === 1 ? "yesterday" : short.format(date);
  return `${on} at ${timeOf(ts)}`;
}
