/** Data table: a table with a caption, some rows at a time, sorted by the column that is pressed. */

import "./DataTable.css";
import { useState } from "preact/hooks";
import type { Json } from "../protocol";
import { list, number, record, words } from "../text/read";
import { Cell, wordsOf } from "./Cell";
import { ScrollsSideways } from "./ScrollsSideways";

const PAGE = 5;

interface Order {
  column: number;
  isDown: boolean;
}

export function DataTable({ block }: { block: Json }) {
  const { caption, page_size, row_header_column_index, rows } = record(block);
  const [order, setOrder] = useState<Order | null>(null);
  const [page, setPage] = useState(0);
  const [heads = [], ...rest] = list(rows).map(list);
  const size = Math.min(Math.max(Math.floor(number(page_size) ?? PAGE), 1), 100);
  const last = Math.max(Math.ceil(rest.length / size) - 1, 0);
  const now = Math.min(page, last);
  const shown = sorted(rest, order).slice(now * size, (now + 1) * size);
  const press = (column: number) => {
    setOrder(order?.column !== column ? { column, isDown: false } : order.isDown ? null : { column, isDown: true });
    setPage(0);
  };
  return (
    <div class="DataTable">
      <ScrollsSideways name={words(caption) || "Table"}>
        <table class="Table">
          <caption class="DataTable-caption">{words(caption)}</caption>
          <thead>
            <tr>
              {heads.map((head, index) => (
                <Head key={index} of={head} at={index} order={order} press={press} isNumeric={isNumeric(rest, index)} />
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((cells, index) => (
              <Row key={index} cells={cells} head={number(row_header_column_index) ?? 0} />
            ))}
          </tbody>
        </table>
      </ScrollsSideways>
      {last > 0 ? <Pages page={now} size={size} count={rest.length} go={setPage} /> : null}
    </div>
  );
}

interface HeadProps {
  of: Json;
  at: number;
  order: Order | null;
  press: (at: number) => void;
  isNumeric: boolean;
}

function Head({ of, at, order, press, isNumeric }: HeadProps) {
  const isSorted = order?.column === at;
  const sort = isSorted ? (order.isDown ? "descending" : "ascending") : "none";
  return (
    <th scope="col" aria-sort={sort} class={`DataTable-head${isNumeric ? " DataTable-number" : ""}`}>
      <button type="button" onClick={() => press(at)} title="Sort">
        <span>{wordsOf(of)}</span>
        <span class="DataTable-mark" aria-hidden="true">
          {isSorted ? (order.isDown ? "↓" : "↑") : "↕"}
        </span>
      </button>
    </th>
  );
}

function Row({ cells, head }: { cells: Json[]; head: number }) {
  return (
    <tr>
      {cells.map((cell, index) => {
        const looks = record(cell).type === "raw_number" ? "DataTable-number" : undefined;
        return index === head ? (
          <th key={index} scope="row" class={looks}>
            <Cell of={cell} />
          </th>
        ) : (
          <td key={index} class={looks}>
            <Cell of={cell} />
          </td>
        );
      })}
    </tr>
  );
}

function Pages({ page, size, count, go }: { page: number; size: number; count: number; go: (page: number) => void }) {
  const to = Math.min((page + 1) * size, count);
  return (
    <div class="DataTable-pages" role="group" aria-label="Pages of the table">
      <span aria-live="polite">{`${page * size + 1}–${to} of ${count}`}</span>
      <button type="button" aria-label="Previous rows" disabled={page === 0} onClick={() => go(page - 1)}>
        ‹
      </button>
      <button type="button" aria-label="Next rows" disabled={to === count} onClick={() => go(page + 1)}>
        ›
      </button>
    </div>
  );
}

function isNumeric(rows: Json[][], column: number): boolean {
  return rows.length > 0 && rows.every((cells) => record(cells[column]).type === "raw_number");
}

function sorted(rows: Json[][], order: Order | null): Json[][] {
  if (order === null) return rows;
  const sign = order.isDown ? -1 : 1;
  return [...rows].sort((one, other) => sign * compared(one[order.column], other[order.column]));
}

function compared(one: Json, other: Json): number {
  const [left, right] = [number(record(one).value), number(record(other).value)];
  if (left !== undefined && right !== undefined) return left - right;
  return wordsOf(one).localeCompare(wordsOf(other), undefined, { numeric: true });
}
