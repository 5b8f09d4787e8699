/** Data of a chart, as far as it can be drawn, and the scale of its axis. */

import type { Json } from "../../protocol";
import { list, number, record, records, words } from "../../text/read";

export interface Series {
  name: string;
  /** One for each category; null where there is none. */
  values: (number | null)[];
}

export interface Plot {
  categories: string[];
  series: Series[];
  across: string;
  up: string;
}

export interface Slice {
  label: string;
  value: number;
}

export interface Scale {
  low: number;
  high: number;
  ticks: number[];
}

const TICKS = 5;
const STEPS = [1, 2, 2.5, 5, 10];

export function plotOf(chart: Json): Plot {
  const { series, axis_config } = record(chart);
  const { categories, x_label, y_label } = record(axis_config);
  const given = records(series);
  const named = list(categories).map(words);
  const first = records(given[0]?.data).map((point) => words(point.label));
  const all = named.length > 0 ? named : first;
  return {
    categories: all,
    series: given.map((one) => ({ name: words(one.name), values: valuesOf(one.data, all.length) })),
    across: words(x_label),
    up: words(y_label),
  };
}

function valuesOf(data: Json, count: number): (number | null)[] {
  const points = list(data);
  return Array.from({ length: count }, (_, index) => number(record(points[index]).value) ?? null);
}

export function slicesOf(chart: Json): Slice[] {
  return records(record(chart).segments)
    .map((one) => ({ label: words(one.label), value: number(one.value) ?? 0 }))
    .filter((one) => one.value > 0);
}

/** An axis with round numbers that holds every value, and nothing. */
export function scaleOf(values: number[]): Scale {
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const span = most - least || 1;
  const power = 10 ** Math.floor(Math.log10(span / TICKS));
  const step = power * (STEPS.find((each) => each * power * TICKS >= span) ?? 10);
  const low = Math.floor(least / step) * step;
  const high = Math.max(Math.ceil(most / step) * step, low + step);
  const count = Math.round((high - low) / step);
  const ticks = Array.from({ length: count + 1 }, (_, index) => Number((low + index * step).toPrecision(12)));
  return { low, high, ticks };
}

export function numeral(value: number): string {
  return new Intl.NumberFormat("en", { maximumFractionDigits: 2 }).format(value);
}

export function shortNumeral(value: number): string {
  return new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 2 }).format(value);
}
