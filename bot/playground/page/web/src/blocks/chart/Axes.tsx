/** Axes: the frame that bars, lines and areas are drawn in. */

import { Bars } from "./Bars";
import type { Plot, Scale } from "./data";
import { scaleOf, shortNumeral } from "./data";
import { Lines } from "./Lines";

const HEIGHT = 240;
const TOP = 10;
const LETTER = 6.6;

/** Where things are: the left and the right edge, the place of a value, the middle of a category and its width. */
export interface Frame {
  left: number;
  right: number;
  y: (value: number) => number;
  x: (index: number) => number;
  band: number;
}

export function Axes({ plot, kind, width, name }: { plot: Plot; kind: string; width: number; name: string }) {
  const scale = scaleOf(plot.series.flatMap((one) => one.values.filter((value) => value !== null)));
  const frame = frameOf(plot, scale, width);
  return (
    <svg
      class="Chart-svg"
      role="img"
      aria-label={name}
      width={width}
      height={HEIGHT}
      viewBox={`0 0 ${width} ${HEIGHT}`}
    >
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line
            class={tick === 0 ? "Chart-zero" : "Chart-grid"}
            x1={frame.left}
            x2={frame.right}
            y1={frame.y(tick)}
            y2={frame.y(tick)}
          />
          <text class="Chart-number" x={frame.left - 6} y={frame.y(tick) + 4} text-anchor="end">
            {shortNumeral(tick)}
          </text>
        </g>
      ))}
      <Names plot={plot} frame={frame} />
      {kind === "bar" ? (
        <Bars plot={plot} frame={frame} />
      ) : (
        <Lines plot={plot} frame={frame} isFilled={kind === "area"} />
      )}
    </svg>
  );
}

function frameOf(plot: Plot, scale: Scale, width: number): Frame {
  const longest = Math.max(...scale.ticks.map((tick) => shortNumeral(tick).length));
  const left = longest * LETTER + 10 + (plot.up ? 18 : 0);
  const right = width - 6;
  const bottom = HEIGHT - (plot.across ? 42 : 24);
  const band = (right - left) / plot.categories.length;
  return {
    left,
    right,
    band,
    x: (index) => left + band * (index + 0.5),
    y: (value) => bottom - ((value - scale.low) / (scale.high - scale.low)) * (bottom - TOP),
  };
}

/** The names of the categories, as many of them as there is room for, and of the axes. */
function Names({ plot, frame }: { plot: Plot; frame: Frame }) {
  const longest = Math.max(...plot.categories.map((one) => one.length));
  const each = Math.max(1, Math.ceil((longest * LETTER + 6) / frame.band));
  const line = HEIGHT - (plot.across ? 26 : 8);
  return (
    <>
      {plot.categories.map((one, index) =>
        index % each === 0 ? (
          <text key={index} class="Chart-name" x={within(frame.x(index), one, frame)} y={line} text-anchor="middle">
            {one}
          </text>
        ) : null,
      )}
      {plot.across ? (
        <text class="Chart-axis" x={(frame.left + frame.right) / 2} y={HEIGHT - 6} text-anchor="middle">
          {plot.across}
        </text>
      ) : null}
      {plot.up ? (
        <text
          class="Chart-axis"
          transform={`translate(11 ${(HEIGHT - 40) / 2 + TOP}) rotate(-90)`}
          text-anchor="middle"
        >
          {plot.up}
        </text>
      ) : null}
    </>
  );
}

/** So that the first and the last name are not cut. */
function within(x: number, name: string, frame: Frame): number {
  const half = (name.length * LETTER) / 2;
  return Math.max(half + 2, Math.min(x, frame.right + 4 - half));
}
