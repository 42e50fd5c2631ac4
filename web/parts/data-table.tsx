import type { FigureTable } from "../../src/figures/index.ts";
import { Scroll } from "./scroll.tsx";

/** The data of a figure, shown when asked for. */
export function DataTable({ table: { caption, columns, rows } }: { table: FigureTable }) {
  return (
    <details className="data-table">
      <summary>The same in numbers</summary>
      <Scroll label={caption}>
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th scope="col" key={column}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.join()}>
                {row.map((cell, at) => (
                  <td key={columns[at]} className={typeof cell === "number" ? "figures" : undefined}>
                    {typeof cell === "number" ? Math.round(cell * 100) / 100 : cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </details>
  );
}
