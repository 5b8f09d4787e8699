/** Bars: next to each other, one for each series. */

import type { Frame } from "./Axes";
import type { Plot } from "./data";
import { numeral } from "./data";

export function Bars({ plot, frame }: { plot: Plot; frame: Frame }) {
  const width = Math.min((frame.band * 0.76) / plot.series.length, 36);
  const start = (-width * plot.series.length) / 2;
  return (
    <>
      {plot.series.map((one, series) => (
        <g key={series} class={`Chart-bar Chart-${series % 6}`}>
          {one.values.map((value, index) => {
            if (value === null) return null;
            const [zero, end] = [frame.y(0), frame.y(value)];
            const [x, y] = [frame.x(index) + start + series * width, Math.min(zero, end)];
            return (
              <rect
                key={index}
                x={x + 0.5}
                y={y}
                width={Math.max(width - 1, 1)}
                height={Math.max(Math.abs(zero - end), 0.5)}
                rx="2"
              >
                <title>{`${one.name}, ${plot.categories[index]}: ${numeral(value)}`}</title>
              </rect>
            );
          })}
        </g>
      ))}
    </>
  );
}
