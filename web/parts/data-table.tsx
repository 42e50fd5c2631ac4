import type { FigureTable } from "../../src/figures/index.ts";
import { Scroll } from "./scroll.tsx";
import { useSome } from "./some.tsx";

const STEP = 100;

/** The data of a figure, shown when asked for. */
export function DataTable({ table: { caption, columns, rows } }: { table: FigureTable }) {
  const [shown, more] = useSome(rows, STEP);
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
            {shown.map((row) => (
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
      {more}
    </details>
  );
}
