/** Chart: numbers as a picture, with a legend, and as a table for those who do not see it. */

import "./Chart.css";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Json } from "../../protocol";
import { record, words } from "../../text/read";
import { plotOf, slicesOf } from "./data";
import { Axes } from "./Axes";
import { Pie } from "./Pie";
import { PlotTable, SliceTable } from "./Tables";

const KINDS: Record<string, string> = { bar: "Bar chart", line: "Line chart", area: "Area chart", pie: "Pie chart" };
const USUAL = 560;

export function Chart({ block }: { block: Json }) {
  const { title, chart } = record(block);
  const kind = words(record(chart).type);
  if (!Object.hasOwn(KINDS, kind))
    return <p class="Blocks-odd">{`Chart of the type ${kind || "(none)"}, which this page does not know.`}</p>;
  const name = `${KINDS[kind]}: ${words(title)}`;
  return (
    <figure class="Chart">
      <figcaption class="Chart-title">{words(title)}</figcaption>
      {kind === "pie" ? <Slices of={chart} name={name} /> : <Plotted of={chart} kind={kind} name={name} />}
    </figure>
  );
}

function Slices({ of, name }: { of: Json; name: string }) {
  const slices = slicesOf(of);
  if (slices.length === 0) return <p class="Chart-empty">Nothing to draw.</p>;
  return (
    <>
      <Pie slices={slices} name={name} />
      <SliceTable slices={slices} name={name} />
    </>
  );
}

function Plotted({ of, kind, name }: { of: Json; kind: string; name: string }) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(USUAL);
  useLayoutEffect(() => {
    const seen = box.current;
    if (seen === null) return;
    const measured = new ResizeObserver(() => setWidth(Math.max(Math.round(seen.clientWidth), 200)));
    measured.observe(seen);
    return () => measured.disconnect();
  }, []);
  const plot = plotOf(of);
  if (plot.series.length === 0 || plot.categories.length === 0) return <p class="Chart-empty">Nothing to draw.</p>;
  return (
    <>
      <div ref={box}>
        <Axes plot={plot} kind={kind} width={width} name={name} />
      </div>
      <ul class="Chart-legend" aria-hidden="true">
        {plot.series.map((one, index) => (
          <li key={index}>
            <Key at={index % 6} isLine={kind !== "bar"} />
            {one.name}
          </li>
        ))}
      </ul>
      <PlotTable plot={plot} name={name} />
    </>
  );
}

/** A line is known by its dashes too. */
function Key({ at, isLine }: { at: number; isLine: boolean }) {
  if (!isLine) return <span class={`Chart-key Chart-${at}`} />;
  return (
    <svg class={`Chart-${at}`} width="26" height="8">
      <path class="Chart-stroke" d="M0 4H26" />
    </svg>
  );
}
