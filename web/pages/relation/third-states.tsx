import { getRouteApi, Link } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { type FigureOptions, thirdStateFigure, thirdStateTable } from "../../../src/figures/index.ts";
import type { NoValueReason, ThirdState } from "../../../src/measures/index.ts";
import type { DyadMeasures, IncidentSummary } from "../../../src/schema/index.ts";
import { Figure } from "../../parts/figure.tsx";
import { IncidentList } from "../../parts/incident-list.tsx";
import { reasonWords } from "../../parts/reasons.ts";
import { Scroll } from "../../parts/scroll.tsx";
import { State } from "../../parts/state.tsx";
import { Term } from "../../parts/term.tsx";
import { counted } from "../../parts/words.ts";
import { useOpenMark } from "./open-mark.ts";

const route = getRouteApi("/relations/$dyad");

type Third = DyadMeasures["thirdStates"][number];

/** The two towards others: what they do against them together, and whether they move alike. */
export function ThirdStates({
  measures,
  incidents,
}: {
  measures: DyadMeasures;
  incidents: readonly IncidentSummary[];
}) {
  const { third } = route.useSearch();
  const chosen = measures.thirdStates.find((one) => one.third === third);
  if (measures.thirdStates.length === 0) return null;
  return (
    <div className="third-states">
      <h2>Towards others</h2>
      <ThirdTable measures={measures} />
      {chosen && <ThirdDetails measures={measures} third={chosen} incidents={incidents} />}
    </div>
  );
}

function ThirdTable({ measures }: { measures: DyadMeasures }) {
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
              <td className="figures">{one.directedAgainst.length || ""}</td>
              <td>{alike(one)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function alike({ correlation, interval, reason }: Third): string {
  if (correlation === undefined) return reasonWords(reason);
  const between = interval ? ` (90 % between ${twoDigits(interval[0])} and ${twoDigits(interval[1])})` : "";
  return `r = ${twoDigits(correlation)}${between}`;
}

const twoDigits = (value: number): string => value.toFixed(2).replace("-", "−");

/** As the figure takes it; how many pairs count as independent it does not show, and the service does not tell. */
function togetherOf({ correlation, interval, reason, points }: Third): ThirdState["together"] {
  if (correlation === undefined || interval === undefined) {
    return { value: undefined, reason: (reason ?? "too few pairs") as NoValueReason };
  }
  const pairs = points.filter(({ first, second }) => first !== undefined && second !== undefined).length;
  return { value: correlation, interval, pairs, effective: Number.NaN };
}

interface DetailProps {
  readonly measures: DyadMeasures;
  readonly third: Third;
  readonly incidents: readonly IncidentSummary[];
}

function ThirdDetails({ measures, third, incidents }: DetailProps) {
  const data = useMemo(() => {
    const { points, directedAgainst, towards } = third;
    const state = {
      dyad: measures.dyad,
      third: third.third,
      points,
      directedAgainst,
      towards,
      together: togetherOf(third),
    };
    return { names: measures.names, third: third.name, state, rule: measures.rule.words };
  }, [measures, third]);
  const against = incidents.filter(({ id }) => third.directedAgainst.includes(id));
  return (
    <>
      <ThirdFigure data={data} name={`entente-${measures.dyad.join("-")}-${third.third}`} />
      {against.length > 0 && (
        <>
          <h3>
            {counted(against.length, "incident")} said to be directed against {third.name}
          </h3>
          <IncidentList incidents={against} />
        </>
      )}
    </>
  );
}

function ThirdFigure({ data, name }: { data: Parameters<typeof thirdStateFigure>[0]; name: string }) {
  const draw = useCallback((options: FigureOptions) => thirdStateFigure(data, options), [data]);
  const table = useMemo(() => thirdStateTable(data), [data]);
  return (
    <Figure
      title={`${data.names.join(" and ")} towards ${data.third}`}
      draw={draw}
      table={table}
      name={name}
      onOpen={useOpenMark()}
    >
      <p className="muted">Each ring is a period: on the dashed line both acted alike towards {data.third}.</p>
    </Figure>
  );
}
