/** Lines: one for each series, with its own dashes and points; filled where it is an area. */

import type { Frame } from "./Axes";
import type { Plot, Series } from "./data";
import { numeral } from "./data";

interface Run {
  from: number;
  values: number[];
}

export function Lines({ plot, frame, isFilled }: { plot: Plot; frame: Frame; isFilled: boolean }) {
  return (
    <>
      {plot.series.map((one, series) => (
        <g key={series} class={`Chart-line Chart-${series % 6}`}>
          {runs(one).map((run) => (
            <g key={run.from}>
              {isFilled ? <path class="Chart-area" d={`${path(run, frame)}${closed(run, frame)}`} /> : null}
              <path class="Chart-stroke" d={path(run, frame)} />
            </g>
          ))}
          {one.values.map((value, index) =>
            value === null ? null : (
              <circle key={index} cx={frame.x(index)} cy={frame.y(value)} r="3.5">
                <title>{`${one.name}, ${plot.categories[index]}: ${numeral(value)}`}</title>
              </circle>
            ),
          )}
        </g>
      ))}
    </>
  );
}

/** The stretches without a gap. */
function runs(series: Series): Run[] {
  const found: Run[] = [];
  series.values.forEach((value, index) => {
    if (value === null) return;
    const last = found.at(-1);
    if (last !== undefined && last.from + last.values.length === index) last.values.push(value);
    else found.push({ from: index, values: [value] });
  });
  return found;
}

function path(run: Run, frame: Frame): string {
  const points = run.values.map((value, index) => `${frame.x(run.from + index)} ${frame.y(value)}`);
  return `M${points.join("L")}`;
}

function closed(run: Run, frame: Frame): string {
  const zero = frame.y(0);
  return `L${frame.x(run.from + run.values.length - 1)} ${zero}L${frame.x(run.from)} ${zero}Z`;
}
