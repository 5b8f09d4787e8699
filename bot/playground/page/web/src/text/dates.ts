/**
 * Dates: a point in time by Slack's templates, as in `{date_short_pretty} at {time}`, in the zone of whoever looks.
 */

const DAY = 86_400_000;
const SUFFIXES = ["th", "st", "nd", "rd"];
type Parts = Intl.DateTimeFormatOptions;

/** Making one takes longer than using it a hundred times. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** The text, or undefined where there is no such time. */
export function dated(seconds: number, template: string, now: number = Date.now()): string | undefined {
  const at = new Date(seconds * 1000);
  if (!Number.isFinite(at.getTime())) return undefined;
  return template.replace(/\{(\w+)\}/g, (whole, token: string, where: number) => {
    const text = shown(token, at, new Date(now));
    if (text === undefined) return whole;
    return where === 0 ? text.charAt(0).toUpperCase() + text.slice(1) : text;
  });
}

function shown(token: string, at: Date, now: Date): string | undefined {
  if (token.endsWith("_pretty")) return near(at, now) ?? far(token, at, now);
  switch (token) {
    case "date_num":
      return [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join("-");
    case "date_slash":
      return [two(at.getMonth() + 1), two(at.getDate()), at.getFullYear()].join("/");
    case "date":
      return `${word(at, { month: "long" })} ${ordinal(at.getDate())}, ${at.getFullYear()}`;
    case "date_long_full":
      return `${word(at, { month: "long" })} ${at.getDate()}, ${at.getFullYear()}`;
    case "date_short":
      return `${word(at, { month: "short" })} ${at.getDate()}, ${at.getFullYear()}`;
    case "date_long":
      return `${word(at, { weekday: "long" })}, ${shown("date", at, now)}`;
    case "time":
      return word(at, { hour: "numeric", minute: "2-digit", hour12: true });
    case "time_secs":
      return word(at, { hour: "numeric", minute: "2-digit", second: "2-digit", hour12: true });
    case "ago":
      return ago((at.getTime() - now.getTime()) / 1000);
    default:
      return undefined;
  }
}

function far(token: string, at: Date, now: Date): string | undefined {
  if (token !== "day_divider_pretty") return shown(token.slice(0, -"_pretty".length), at, now);
  const long = `${word(at, { weekday: "long" })}, ${word(at, { month: "long" })} ${ordinal(at.getDate())}`;
  return at.getFullYear() === now.getFullYear() ? long : `${long}, ${at.getFullYear()}`;
}

function near(at: Date, now: Date): string | undefined {
  const days = Math.round((midnight(at) - midnight(now)) / DAY);
  return { "-1": "yesterday", "0": "today", "1": "tomorrow" }[String(days)];
}

function ago(seconds: number): string {
  const steps: [Intl.RelativeTimeFormatUnit, number][] = [
    ["day", 86_400],
    ["hour", 3600],
    ["minute", 60],
    ["second", 1],
  ];
  const [unit, size] = steps.find(([, each]) => Math.abs(seconds) >= each) ?? ["second", 1];
  return new Intl.RelativeTimeFormat("en", { numeric: "auto" }).format(Math.round(seconds / size), unit);
}

function word(at: Date, parts: Parts): string {
  const key = Object.entries(parts).join();
  let format = formats.get(key);
  if (format === undefined) formats.set(key, (format = new Intl.DateTimeFormat("en-US", parts)));
  return format.format(at).replace(/\u202f/g, " ");
}

function midnight(at: Date): number {
  return new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
}

function ordinal(day: number): string {
  const teen = day % 100 > 10 && day % 100 < 14;
  return `${day}${(teen ? undefined : SUFFIXES[day % 10]) ?? "th"}`;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
