import { getRouteApi, Link } from "@tanstack/react-router";
import type { DyadMeasures } from "../../../src/schema/index.ts";
import { reasonWords } from "../../parts/reasons.ts";
import { Scroll } from "../../parts/scroll.tsx";
import { State } from "../../parts/state.tsx";
import { Term } from "../../parts/term.tsx";

const route = getRouteApi("/relations/$dyad");

/** Third states: what the two do against each together, and whether they move alike towards it. */
export function ThirdTable({ measures }: { measures: DyadMeasures }) {
  const { dyad } = route.useParams();
  const search = route.useSearch();
  return (
    <Scroll label="Third states">
      <table className="thirds">
        <thead>
          <tr>
            <th scope="col">State</th>
            <th scope="col" className="figures">
              together against it
            </th>
            <th scope="col">
              <Term name="correlation">move alike</Term>
            </th>
          </tr>
        </thead>
        <tbody>
          {measures.thirdStates.map((one) => (
            <tr key={one.third}>
              <th scope="row">
                <Link
                  to="/relations/$dyad"
                  params={{ dyad }}
                  search={{ ...search, third: search.third === one.third ? undefined : one.third }}
                  resetScroll={false}
                  replace
                  aria-current={search.third === one.third ? "true" : undefined}
                >
                  <State code={one.third} />
                </Link>
              </th>
              <td className="figures">{one.directedAgainst.length || "none"}</td>
              <td>{alike(one)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function alike({ correlation, interval, reason }: DyadMeasures["thirdStates"][number]): string {
  if (correlation === undefined) return reasonWords(reason);
  const between = interval ? ` (90 % between ${twoDigits(interval[0])} and ${twoDigits(interval[1])})` : "";
  return `r = ${twoDigits(correlation)}${between}`;
}

const twoDigits = (value: number): string => value.toFixed(2).replace("-", "−");
