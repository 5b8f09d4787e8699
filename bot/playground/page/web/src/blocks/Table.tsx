/** Table: rows of cells, the first of them the heads; columns are aligned, and wrapped where that is wanted. */

import "./Table.css";
import type { Json } from "../protocol";
import { list, record, words } from "../text/read";
import { Cell } from "./Cell";
import { ScrollsSideways } from "./ScrollsSideways";

const ALIGNS = new Set(["left", "center", "right"]);

export function Table({ block }: { block: Json }) {
  const { rows, column_settings } = record(block);
  const columns = list(column_settings);
  const [heads = [], ...rest] = list(rows).map(list);
  return (
    <ScrollsSideways name="Table">
      <table class="Table">
        <thead>
          <tr>
            {heads.map((cell, index) => (
              <th key={index} scope="col" {...looks(columns[index])}>
                <Cell of={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rest.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, index) => (
                <td key={index} {...looks(columns[index])}>
                  <Cell of={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollsSideways>
  );
}

function looks(column: Json): { class?: string; style?: { textAlign: string } } {
  const { align, is_wrapped } = record(column);
  const style = ALIGNS.has(words(align)) ? { style: { textAlign: words(align) } } : {};
  return { class: is_wrapped === true ? "Table-wraps" : undefined, ...style };
}
