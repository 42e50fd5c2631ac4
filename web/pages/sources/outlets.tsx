import { useQuery } from "@tanstack/react-query";
import type { Outlet } from "../../../src/schema/index.ts";
import { intakeQueries } from "../../api/intake.ts";
import { dayWords } from "../../parts/dates.ts";
import { Empty, Load } from "../../parts/load.tsx";
import { Scroll } from "../../parts/scroll.tsx";
import { useSome } from "../../parts/some.tsx";
import { State } from "../../parts/state.tsx";
import { OWNERSHIP_WORDS } from "./words.ts";

const STEP = 25;

/** Who published what the ledger holds, and on whose side they stand. */
export function Outlets() {
  const outlets = useQuery(intakeQueries.outlets());
  return (
    <section aria-labelledby="outlets">
      <h2 id="outlets">Outlets read</h2>
      <p className="muted">
        A side is the state on whose soil an outlet works, or whose organ it is. Where none is given, it is not known.
      </p>
      <Load query={outlets}>{(all) => <OutletTable outlets={all} />}</Load>
    </section>
  );
}

function OutletTable({ outlets }: { outlets: readonly Outlet[] }) {
  const [shown, more] = useSome(outlets, STEP);
  if (outlets.length === 0) return <Empty title="No document yet">Outlets are listed as soon as one is added.</Empty>;
  return (
    <>
      <Scroll label="Outlets read">
        <table className="outlets">
          <thead>
            <tr>
              <th scope="col">Outlet</th>
              <th scope="col">Side</th>
              <th scope="col" className="figures">
                Documents
              </th>
              <th scope="col" className="figures newest">
                Newest
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((outlet) => (
              <OutletRow key={outlet.publisher ?? ""} outlet={outlet} />
            ))}
          </tbody>
        </table>
      </Scroll>
      {more}
    </>
  );
}

function OutletRow({ outlet: { publisher, side, ownership, documents, newest } }: { outlet: Outlet }) {
  return (
    <tr>
      <th scope="row">{publisher ?? <span className="muted">No publisher named</span>}</th>
      <td>
        {side ? <State code={side} /> : <span className="muted">not known</span>}{" "}
        {ownership && <span className="tag">{OWNERSHIP_WORDS[ownership] ?? ownership}</span>}
      </td>
      <td className="figures">{documents.toLocaleString("en")}</td>
      <td className="figures newest">{newest ? dayWords(newest) : <span className="muted">undated</span>}</td>
    </tr>
  );
}
