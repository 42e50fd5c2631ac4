import { getRouteApi } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { type FigureOptions, thirdStateFigure, thirdStateTable } from "../../../src/figures/index.ts";
import type { NoValueReason, ThirdState } from "../../../src/measures/index.ts";
import type { DyadMeasures, IncidentSummary } from "../../../src/schema/index.ts";
import { Figure } from "../../parts/figure.tsx";
import { IncidentList } from "../../parts/incident-list.tsx";
import { counted } from "../../parts/words.ts";
import { useOpenMark } from "./open-mark.ts";

const route = getRouteApi("/relations/$dyad");

type Third = DyadMeasures["thirdStates"][number];

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

/** The third state that the address names, or the first: how the two move towards it, and what they do against it. */
export function ThirdDetails({ measures, incidents }: Omit<DetailProps, "third">) {
  const { third } = route.useSearch();
  const chosen = measures.thirdStates.find((one) => one.third === third) ?? measures.thirdStates[0];
  return <OneThird key={chosen.third} measures={measures} third={chosen} incidents={incidents} />;
}

function OneThird({ measures, third, incidents }: DetailProps) {
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
  const known = new Map(incidents.map((incident) => [incident.id, incident]));
  const against = third.directedAgainst.flatMap((id) => known.get(id) ?? []);
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
