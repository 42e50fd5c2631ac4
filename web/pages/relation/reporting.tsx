import type { DyadMeasures } from "../../../src/schema/index.ts";
import { Scroll } from "../../parts/scroll.tsx";
import { State } from "../../parts/state.tsx";
import { Term } from "../../parts/term.tsx";
import { Section } from "./sections.tsx";

/** Who tells what counts, from which side, and what nobody else tells. */
export function Reporting({ measures: { reporting, names } }: { measures: DyadMeasures }) {
  return (
    <Section name="reporting" title="Who reports">
      {reporting.length === 0 ? (
        <p className="muted">Nobody reports anything that counts in this period.</p>
      ) : (
        <>
          <p className="muted">
            What is known of {names.join(" and ")} is what these outlets told. Where most is told by one of them alone,
            so is the index.
          </p>
          <Scroll label="Outlets">
            <table className="thirds">
              <thead>
                <tr>
                  <th scope="col">Outlet</th>
                  <th scope="col">
                    <Term name="side" />
                  </th>
                  <th scope="col" className="figures">
                    <Term name="incident">Incidents</Term>
                  </th>
                  <th scope="col" className="figures">
                    told by it alone
                  </th>
                </tr>
              </thead>
              <tbody>
                {reporting.map(({ outlet, side, stateMedia, incidents, alone }) => (
                  <tr key={outlet}>
                    <th scope="row">{outlet}</th>
                    <td>
                      {side ? <State code={side} /> : <span className="muted">not known</span>}{" "}
                      {stateMedia && <span className="tag">state media</span>}
                    </td>
                    <td className="figures">{incidents}</td>
                    <td className="figures">{alone || ""}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        </>
      )}
    </Section>
  );
}
