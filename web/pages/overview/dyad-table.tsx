import { Link } from "@tanstack/react-router";
import type { Overview } from "../../../src/schema/index.ts";
import { dayWords } from "../../parts/dates.ts";
import { DisputedNotes } from "../../parts/disputed.tsx";
import { Score } from "../../parts/score.tsx";
import { useSome } from "../../parts/some.tsx";
import { State } from "../../parts/state.tsx";
import { Term } from "../../parts/term.tsx";
import { DyadVerdict } from "./dyad-verdict.tsx";
import { quartersTo, Spark } from "./spark.tsx";

const STEP = 20;

/** The pairs of states by their incidents. */
export function DyadTable({ dyads }: Pick<Overview, "dyads">) {
  const [shown, more] = useSome(dyads, STEP);
  const quarters = quartersTo(
    dyads
      .flatMap(({ trend }) => trend.map(({ quarter }) => quarter))
      .sort()
      .at(-1) ?? "2000-Q1",
  );
  return (
    <>
      <table className="dyads">
        <thead>
          <tr>
            <th scope="col">Pair</th>
            <th scope="col">
              <Term name="trend" /> <span className="and">and</span> <Term name="verdict">verdict</Term>
            </th>
            <th scope="col" className="figures">
              <Term name="incident">Incidents</Term>
            </th>
            <th scope="col" className="figures">
              <Term name="net" />
            </th>
            <th scope="col" className="last">
              Last
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((one) => (
            <DyadRow key={one.dyad.join()} one={one} quarters={quarters} />
          ))}
        </tbody>
      </table>
      <DisputedNotes codes={shown.flatMap(({ dyad }) => dyad)} />
      {more}
    </>
  );
}

function DyadRow({ one, quarters }: { one: Overview["dyads"][number]; quarters: readonly string[] }) {
  return (
    <tr>
      <th scope="row">
        <Link to="/relations/$dyad" params={{ dyad: one.dyad.join("-") }} data-step>
          <State code={one.dyad[0]} /> <span className="and">and</span> <State code={one.dyad[1]} />
        </Link>
      </th>
      <td className="trend">
        <Spark trend={one.trend} quarters={quarters} />
        <DyadVerdict dyad={one.dyad} />
      </td>
      <td className="figures">{one.incidents}</td>
      <td className="figures">
        <Score value={one.net} />
      </td>
      <td className="last">{one.last ? dayWords(one.last) : ""}</td>
    </tr>
  );
}
