import { periodOf, type SourceChange } from "../measures/index.ts";
import type { CountedView } from "../schema/index.ts";
import type { Ground } from "./measure-ground.ts";
import { inside } from "./measure-views.ts";

const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

function readingWords({ exposure, first }: Ground): string {
  const points = inside(exposure, first);
  const documents = sumOf(points.map((point) => point.documents));
  const [families, naming] = [sumOf(points.map((point) => point.families)), sumOf(points.map((point) => point.naming))];
  return `Read in the period: ${counted(documents, "document")} from ${counted(families, "independent source")}, ${naming} of which ${naming === 1 ? "names" : "name"} both.`;
}

function silenceWords({ exposure, first, length }: Ground): string[] {
  const points = inside(exposure, first);
  const silent = points.filter(({ naming }) => naming === 0).length;
  if (silent === 0) return [];
  return [`In ${silent} of ${counted(points.length, length)} nothing was read that names both.`];
}

function baselineWords({ exposure, judged, baseline, length }: Ground): string {
  const [from, to, first] = [baseline.from, baseline.to, judged.from].map((day) => periodOf(day, length));
  const inBaseline = exposure.filter(({ period }) => period >= from && period <= to && period < first);
  const naming = sumOf(inBaseline.map((point) => point.naming));
  const sources = naming === 0 ? "no source names" : naming === 1 ? "1 source names" : `${naming} sources name`;
  return `In what it is held against, ${baseline.from} to ${baseline.to}, ${sources} both.`;
}

function countedWords({ unread, undated }: CountedView, { length }: Ground): string[] {
  const told = [
    unread > 0 &&
      `${counted(unread, "incident")} ${unread === 1 ? `lies in a ${length}` : `lie in ${length}s`} of which nothing was read that names both, and ${unread === 1 ? "moves" : "move"} no index.`,
    undated > 0 && `${counted(undated, "incident")} without a day ${undated === 1 ? "moves" : "move"} no index.`,
  ];
  return told.filter((words) => words !== false);
}

const changeWords = ({ outlet, change, period, share }: SourceChange): string =>
  change === "added"
    ? `${outlet} came in with ${period} (${Math.round(100 * share)} % of what was read since).`
    : `${outlet} fell away with ${period} (${Math.round(100 * share)} % of what was read until then).`;

function setWords({ outlets }: Ground): string[] {
  if (!outlets) return [];
  if (outlets.size === 0) return ["No outlet was read regularly and throughout, so the fixed source set is empty."];
  return [`Only outlets that were read regularly and throughout count: ${[...outlets].sort().join(", ")}.`];
}

/** What was read and what wasn't, in sentences that stand beside the numbers. */
export function coverageWords(ground: Ground, incidents: CountedView): string[] {
  return [
    ...setWords(ground),
    readingWords(ground),
    ...silenceWords(ground),
    baselineWords(ground),
    ...countedWords(incidents, ground),
    ...ground.outletChanges.map(changeWords),
  ];
}
