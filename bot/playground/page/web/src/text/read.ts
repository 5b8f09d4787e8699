/** Read: what a stranger's app sent, taken as what it should be, or as nothing. */

import type { Json } from "../protocol";

export function record(value: Json): Record<string, Json> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}

export function list(value: Json): Json[] {
  return Array.isArray(value) ? value : [];
}

/** The records of a list; whatever else is in it is left out. */
export function records(value: Json): Record<string, Json>[] {
  return list(value).filter((one) => typeof one === "object" && one !== null && !Array.isArray(one));
}

export function words(value: Json): string {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

export function number(value: Json): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

/** What a text object says, without its markup. */
export function said(value: Json): string {
  return words(record(value).text);
}
