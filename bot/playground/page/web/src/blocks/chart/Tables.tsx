/** Tables: the numbers of a chart, for screen readers. */

import type { Plot, Slice } from "./data";
import { numeral } from "./data";

export function PlotTable({ plot, name }: { plot: Plot; name: string }) {
  return (
    <div class="hidden">
      <table>
        <caption>{name}</caption>
        <thead>
          <tr>
            <th scope="col">{plot.across || "Category"}</th>
            {plot.series.map((one, index) => (
              <th key={index} scope="col">
                {one.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {plot.categories.map((category, row) => (
            <tr key={row}>
              <th scope="row">{category}</th>
              {plot.series.map((one, index) => (
                <td key={index}>{one.values[row] == null ? "none" : numeral(one.values[row])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function SliceTable({ slices, name }: { slices: Slice[]; name: string }) {
  return (
    <div class="hidden">
      <table>
        <caption>{name}</caption>
        <thead>
          <tr>
            <th scope="col">Segment</th>
            <th scope="col">Value</th>
          </tr>
        </thead>
        <tbody>
          {slices.map((one, index) => (
            <tr key={index}>
              <th scope="row">{one.label}</th>
              <td>{numeral(one.value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
