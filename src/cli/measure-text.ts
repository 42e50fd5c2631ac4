import type { DepthView, DyadMeasures, IncidentSummary, IndexView } from "../schema/index.ts";
import { inWords } from "./no-value.ts";
import { counted, NOTHING, range, signed, textTable } from "./table.ts";

/** Parts of the measures that can be printed by themselves. */
export const PARTS = ["verdict", "index", "directed", "depth", "third", "exposure", "changes"] as const;
export type Part = (typeof PARTS)[number];

/** Measures, and the incidents that they speak of. */
export interface Measured {
  readonly measures: DyadMeasures;
  readonly incidents: ReadonlyMap<string, IncidentSummary>;
}

const REASONS_SHOWN = 5;

/** How the numbers of an index are printed: shares without a sign, others with one. */
interface Style {
  readonly number: (value: number) => string;
  readonly band: (band: readonly [number, number]) => string;
}

function styleOf({ kind }: Pick<DyadMeasures, "kind">, isDifference = false): Style {
  const digits = kind === "cooperation share" || kind === "log-odds" ? 2 : 1;
  const plain = kind === "cooperation share" && !isDifference;
  const number = (value: number): string => (plain ? value.toFixed(digits) : signed(value, digits));
  return { number, band: ([low, high]) => `${number(low)} to ${number(high)}` };
}

/** An incident on one line: day, what, who says so, in what words. */
function incidentLine(id: string, incidents: Measured["incidents"]): string {
  const incident = incidents.get(id);
  if (!incident) return id;
  const { date, type, evidence } = incident;
  const words = evidence.words.replaceAll(/\s+/g, " ");
  const shown = words.length > 90 ? `${words.slice(0, 89)}…` : words;
  return `${date?.from ?? "undated"} ${type} “${shown}” (${evidence.source.publisher ?? "unnamed"}; ${id})`;
}

function verdictText({ measures, incidents }: Measured): string {
  const { verdict, probability, word, effect, interval, window, baseline, reason, reasons } = measures.verdict;
  const against = `${window.from} to ${window.to} against ${baseline.from} to ${baseline.to}`;
  if (probability === undefined || effect === undefined || interval === undefined) {
    const words =
      reason === "no exposure" ? "in one of the two periods nothing was read that names both" : inWords(reason);
    return `Verdict: ${verdict}: ${words}.\n  ${against}`;
  }
  const moved = reasons
    .slice(0, REASONS_SHOWN)
    .map(({ id, effect: by }) => `  ${signed(by)}  ${incidentLine(id, incidents)}`);
  return [
    `Verdict: ${verdict}. Probability that the level rose: ${probability.toFixed(2)} (${word}); it moved by ${signed(effect)} (90 %: ${range(interval)}).`,
    `  ${against}`,
    ...(moved.length > 0 ? ["  Moved most by:", ...moved] : []),
  ].join("\n");
}

function pointsTable(index: Pick<IndexView, "points">, { number, band }: Style): string {
  const rows = index.points.map(({ period, incidents, families, observed, level, band50, band90 }) => [
    period,
    String(incidents),
    String(families),
    observed === undefined ? NOTHING : number(observed),
    number(level),
    band(band50),
    band(band90),
  ]);
  return textTable(["period", "incidents", "sources", "observed", "level", "50 % band", "90 % band"], rows);
}

/** Indexes with a value as tables; those without named with their reason. */
function indexText({ measures }: Measured): string {
  const { index, unit } = measures;
  const name = ({ domain }: IndexView): string => domain ?? "all domains";
  const tables = index
    .filter(({ reason }) => reason === undefined)
    .map((one) => `Index, ${name(one)} (${unit})\n${pointsTable(one, styleOf(measures))}`);
  const without = Map.groupBy(
    index.filter(({ reason }) => reason !== undefined),
    ({ reason }) => reason ?? "",
  );
  const lines = [...without].map(([reason, ones]) => `No index in ${ones.map(name).join("; ")}: ${inWords(reason)}.`);
  return [...tables, ...lines].join("\n\n");
}

function directedText({ measures }: Measured): string {
  const { directed, asymmetry, dyad, names, unit } = measures;
  const style = styleOf(measures, true);
  const nameOf = (code: string): string => (code === dyad[0] ? names[0] : names[1]);
  const parts = directed.map((one) => {
    const title = `${nameOf(one.from)} towards ${nameOf(one.to)}`;
    return one.reason
      ? `${title}: no index, ${inWords(one.reason)}.`
      : `${title} (${unit})\n${pointsTable(one, styleOf(measures))}`;
  });
  if (asymmetry.reason) return [...parts, `Asymmetry: no value, ${inWords(asymmetry.reason)}.`].join("\n\n");
  const rows = asymmetry.points.map(({ period, difference, band90 }) => [
    period,
    style.number(difference),
    style.band(band90),
  ]);
  const title = `Asymmetry: how much more ${names[0]} does for ${names[1]} than the other way about`;
  return [...parts, `${title}\n${textTable(["period", "difference", "90 % band"], rows)}`].join("\n\n");
}

const cellOf = ({ cells }: DepthView, name?: string) => cells.find(({ rung }) => rung === name);

function depthText({ measures }: Measured): string {
  const rows = measures.depth.map((depth) => {
    const [kept, reached] = [cellOf(depth, depth.keptUp), cellOf(depth, depth.reached)];
    return [
      depth.domain,
      depth.keptUp ?? NOTHING,
      kept?.first ? `${kept.first} to ${kept.last}` : NOTHING,
      kept ? String(kept.incidents.length) : NOTHING,
      reached && reached.rung !== depth.keptUp
        ? `${reached.rung}${reached.first ? ` (${reached.first})` : ""}`
        : NOTHING,
    ];
  });
  const head = ["domain", "kept up", "first and last", "incidents", "higher, not kept up"];
  return `Depth, as of ${measures.period.to}\n${textTable(head, rows, "words")}`;
}

function thirdText({ measures }: Measured): string {
  const { thirdStates, names } = measures;
  if (thirdStates.length === 0)
    return "Towards third states: none towards which both acted, or against which they acted together.";
  const rows = thirdStates.map(({ name, directedAgainst, towards, correlation, interval, reason }) => [
    name,
    String(directedAgainst.length),
    String(towards[0]),
    String(towards[1]),
    correlation === undefined || interval === undefined
      ? inWords(reason)
      : `r = ${signed(correlation, 2)} (${range(interval, 2)})`,
  ]);
  const head = ["state", "together against it", `${names[0]}'s acts`, `${names[1]}'s acts`, "moving together (90 %)"];
  return `Towards third states, in the period and the one before\n${textTable(head, rows, "words")}`;
}

function exposureText({ measures }: Measured): string {
  const rows = measures.exposure.map(({ period, documents, families, naming, bySide }) => [
    period,
    String(documents),
    String(families),
    String(naming),
    Object.entries(bySide)
      .map(([side, count]) => `${side} ${count}`)
      .join(", ") || NOTHING,
  ]);
  return `Read\n${textTable(["period", "documents", "sources", "naming both", "by side"], rows, "words")}`;
}

function changesText({ measures, incidents }: Measured): string {
  const { changes, changesReason } = measures;
  if (changesReason) return `Change points: no value, ${inWords(changesReason)}.`;
  if (changes.length === 0) return "Change points: none; the level did not change in steps.";
  const lines = changes.flatMap(({ period, before, after, support, incidents: around }) => [
    `  ${period}: from ${signed(before)} to ${signed(after)}, found in ${Math.round(100 * support)} % of resamplings`,
    ...around.slice(0, REASONS_SHOWN).map((id) => `    ${incidentLine(id, incidents)}`),
  ]);
  return ["Change points", ...lines].join("\n");
}

const WRITERS: Readonly<Record<Part, (measured: Measured) => string>> = {
  verdict: verdictText,
  index: indexText,
  directed: directedText,
  depth: depthText,
  third: thirdText,
  exposure: exposureText,
  changes: changesText,
};

function headText({ names, period, rule, leftOut, coverage, cooperation }: DyadMeasures): string {
  const left = Object.entries(leftOut).map(([reason, count]) => `${count} ${reason}`);
  const { cooperative, conflictual, share, interval } = cooperation;
  const shares =
    share === undefined || interval === undefined
      ? ""
      : `: ${Math.round(100 * share)} % above (90 %: ${Math.round(100 * interval[0])} to ${Math.round(100 * interval[1])} %)`;
  return [
    `${names.join(" and ")}, ${period.from} to ${period.to}`,
    `${counted(cooperative, "incident")} with a score above zero and ${conflictual} with one below${shares}.`,
    rule.words,
    ...(left.length > 0 ? [`Left out by the rule: ${left.join(", ")}.`] : []),
    ...coverage,
  ].join("\n");
}

/** Everything but the directed parts, what was read and change points, which must be asked for; or the one part asked for. */
export function measuresText(measured: Measured, only?: Part): string {
  const parts: readonly Part[] = only ? [only] : ["verdict", "depth", "index", "changes", "third"];
  return `${[headText(measured.measures), ...parts.map((part) => WRITERS[part](measured))].join("\n\n")}\n`;
}
