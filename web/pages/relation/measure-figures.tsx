import { getRouteApi, Link } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { depthFigure, depthTable, type FigureOptions, indexFigure, indexTable } from "../../../src/figures/index.ts";
import { DOMAINS, type DyadMeasures, type IncidentSummary, type IndexView } from "../../../src/schema/index.ts";
import type { RelationSearch } from "../../app/search.ts";
import { Figure } from "../../parts/figure.tsx";
import { Empty } from "../../parts/load.tsx";
import { reasonWords } from "../../parts/reasons.ts";
import { Term } from "../../parts/term.tsx";
import { useOpenMark } from "./open-mark.ts";
import { ThirdStates } from "./third-states.tsx";

const route = getRouteApi("/relations/$dyad");

interface Props {
  readonly measures: DyadMeasures;
  readonly incidents: readonly IncidentSummary[];
}

/** The measures drawn: the index with its bands, how deep the cooperation goes, third states. */
export function MeasureFigures({ measures, incidents }: Props) {
  return (
    <>
      <IndexSection measures={measures} />
      <DepthSection measures={measures} />
      <ThirdStates measures={measures} incidents={incidents} />
      <p className="muted small">{measures.rule.words}</p>
    </>
  );
}

function IndexSection({ measures }: Pick<Props, "measures">) {
  const { index: domain } = route.useSearch();
  const chosen = measures.index.find((one) => one.domain === domain) ?? measures.index[0];
  return (
    <div>
      <ul className="chips" aria-label="Index of">
        <DomainChip label="All domains" chosen={domain === undefined} />
        {DOMAINS.filter((one) => measures.index.some((index) => index.domain === one && index.points.length > 0)).map(
          (one) => (
            <DomainChip key={one} label={one} domain={one} chosen={domain === one} />
          ),
        )}
      </ul>
      {chosen === undefined || chosen.points.length === 0 ? (
        <Empty title="No index">{reasonWords(chosen?.reason)}</Empty>
      ) : (
        <IndexChart measures={measures} index={chosen} />
      )}
    </div>
  );
}

function DomainChip({ label, domain, chosen }: { label: string; domain?: RelationSearch["index"]; chosen: boolean }) {
  const { dyad } = route.useParams();
  const search = route.useSearch();
  return (
    <li>
      <Link
        to="/relations/$dyad"
        params={{ dyad }}
        search={{ ...search, index: domain }}
        resetScroll={false}
        replace
        className={chosen ? "chip chosen" : "chip"}
        aria-current={chosen ? "true" : undefined}
      >
        {label}
      </Link>
    </li>
  );
}

function IndexChart({ measures, index }: { measures: DyadMeasures; index: IndexView }) {
  const data = useMemo(
    () => ({
      names: measures.names,
      measure: `${measures.unit.replace(/^./, (first) => first.toUpperCase())}${index.domain ? `, ${index.domain}` : ""}`,
      points: index.points,
      ...(index.domain === undefined && { changes: measures.changes, sourceChanges: measures.outletChanges }),
      rule: measures.rule.words,
    }),
    [measures, index],
  );
  const draw = useCallback((options: FigureOptions) => indexFigure(data, options), [data]);
  const table = useMemo(() => indexTable(data), [data]);
  return (
    <Figure
      title="Alignment over time"
      draw={draw}
      table={table}
      name={`entente-index-${measures.dyad.join("-")}`}
      onOpen={useOpenMark()}
    >
      <p className="muted">
        The <Term name="index" />, smoothed, with how sure it is. Below it, what was read: where little was, the bands
        are wide.
      </p>
    </Figure>
  );
}

function DepthSection({ measures }: Pick<Props, "measures">) {
  const data = useMemo(
    () => ({ names: measures.names, asOf: measures.period.to, depth: measures.depth, rule: measures.rule.words }),
    [measures],
  );
  const draw = useCallback((options: FigureOptions) => depthFigure(data, options), [data]);
  const table = useMemo(() => depthTable(data), [data]);
  return (
    <Figure
      title="How deep it goes"
      draw={draw}
      table={table}
      name={`entente-depth-${measures.dyad.join("-")}`}
      onOpen={useOpenMark()}
    >
      <p className="muted">
        The <Term name="depth">rungs</Term> of cooperation that each domain has reached, and whether they are kept up.
      </p>
    </Figure>
  );
}
