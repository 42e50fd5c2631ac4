import { getRouteApi, Link } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import {
  depthFigure,
  depthTable,
  type FigureOptions,
  indexFigure,
  indexTable,
  type MarkedIncident,
} from "../../../src/figures/index.ts";
import { periodOf } from "../../../src/measures/index.ts";
import { DOMAINS, type DyadMeasures, type IndexView } from "../../../src/schema/index.ts";
import type { RelationSearch } from "../../app/search.ts";
import { dayWords } from "../../parts/dates.ts";
import { Figure } from "../../parts/figure.tsx";
import { Empty } from "../../parts/load.tsx";
import { reasonWords } from "../../parts/reasons.ts";
import { Term } from "../../parts/term.tsx";
import { useOpenMark } from "./open-mark.ts";

const route = getRouteApi("/relations/$dyad");

interface Props {
  readonly measures: DyadMeasures;
}

/** The index of all domains or of one, which the address names. */
export function IndexFigures({ measures }: Props) {
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
      <p className="muted small">{measures.rule.words}</p>
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

const MARKED = 8;
const LABELLED = 3;

/** The incidents that moved the index most, where they stand; the first of them told on the mark. */
function markedOf({ verdict, told, length, kind }: DyadMeasures, { domain, points }: IndexView): MarkedIncident[] {
  if (kind !== "net") return [];
  const byId = new Map(told.map((incident) => [incident.id, incident]));
  const drawn = new Set(points.map(({ period }) => period));
  return verdict.reasons
    .flatMap(({ id }) => byId.get(id) ?? [])
    .flatMap(({ id, score, date, evidence, domain: own }) => {
      const period = date && periodOf(date.from, length);
      if (period === undefined || !drawn.has(period) || (domain ?? own) !== own) return [];
      return [{ id, score, period, label: `${dayWords(date?.from ?? "")}: ${evidence.words}` }];
    })
    .slice(0, MARKED)
    .map((incident, at) => ({ ...incident, told: at < LABELLED }));
}

function IndexChart({ measures, index }: { measures: DyadMeasures; index: IndexView }) {
  const data = useMemo(
    () => ({
      names: measures.names,
      measure: `${measures.unit.replace(/^./, (first) => first.toUpperCase())}${index.domain ? `, ${index.domain}` : ""}`,
      points: index.points,
      marked: markedOf(measures, index),
      ...(index.domain === undefined && { changes: measures.changes, sourceChanges: measures.outletChanges }),
      rule: measures.rule.words,
    }),
    [measures, index],
  );
  const draw = useCallback((options: FigureOptions) => indexFigure(data, options), [data]);
  const table = useMemo(() => indexTable(data), [data]);
  return (
    <Figure
      title={`${index.domain ? `${measures.names.join(" and ")}, ${index.domain}` : measures.names.join(" and ")}`}
      draw={draw}
      table={table}
      name={`entente-index-${measures.dyad.join("-")}`}
      onOpen={useOpenMark()}
    >
      <p className="muted">
        The <Term name="index" />, smoothed, <Term name="band">with how sure it is</Term>.{" "}
        {data.marked.length > 0 && "Triangles are the incidents that moved it most; a click opens them. "}
        Below it, what was read: where little was, the bands are wide.
      </p>
    </Figure>
  );
}

/** The rungs by domain. */
export function DepthFigure({ measures }: Props) {
  const data = useMemo(
    () => ({ names: measures.names, asOf: measures.period.to, depth: measures.depth, rule: measures.rule.words }),
    [measures],
  );
  const draw = useCallback((options: FigureOptions) => depthFigure(data, options), [data]);
  const table = useMemo(() => depthTable(data), [data]);
  return (
    <Figure
      title={`As of ${dayWords(measures.period.to)}`}
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
