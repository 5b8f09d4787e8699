/** Pie: parts of a whole; each says its share in the legend. */

import type { Slice } from "./data";
import { numeral } from "./data";

const RADIUS = 90;

export function Pie({ slices, name }: { slices: Slice[]; name: string }) {
  const total = slices.reduce((sum, one) => sum + one.value, 0);
  const share = (one: Slice) => `${numeral(Math.round((one.value / total) * 1000) / 10)} %`;
  let angle = 0;
  return (
    <div class="Chart-pie">
      <svg class="Chart-svg" role="img" aria-label={name} width="192" height="192" viewBox="-96 -96 192 192">
        {slices.map((one, index) => {
          const from = angle;
          angle += (one.value / total) * 2 * Math.PI;
          return (
            <path key={index} class={`Chart-slice Chart-${index % 6}`} d={sector(from, angle)}>
              <title>{`${one.label}: ${numeral(one.value)} (${share(one)})`}</title>
            </path>
          );
        })}
      </svg>
      <ul class="Chart-legend" aria-hidden="true">
        {slices.map((one, index) => (
          <li key={index}>
            <span class={`Chart-key Chart-${index % 6}`} />
            {one.label}
            <span class="Chart-share">{`${numeral(one.value)} · ${share(one)}`}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function sector(from: number, to: number): string {
  if (to - from > 2 * Math.PI - 1e-6)
    return `M0 ${-RADIUS}A${RADIUS} ${RADIUS} 0 1 1 0 ${RADIUS}A${RADIUS} ${RADIUS} 0 1 1 0 ${-RADIUS}Z`;
  return `M0 0L${point(from)}A${RADIUS} ${RADIUS} 0 ${to - from > Math.PI ? 1 : 0} 1 ${point(to)}Z`;
}

function point(angle: number): string {
  return `${(Math.sin(angle) * RADIUS).toFixed(2)} ${(-Math.cos(angle) * RADIUS).toFixed(2)}`;
}
