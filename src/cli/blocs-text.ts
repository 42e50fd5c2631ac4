import type { BlocMember, BlocsView } from "../schema/index.ts";
import { inWords } from "./no-value.ts";
import { counted, csvText, signed, textTable } from "./table.ts";

const TIES_SHOWN = 15;
const percent = (share: number): string => `${Math.round(100 * share)} %`;

/** Members by bloc, the most central first. */
const byBloc = (members: readonly BlocMember[]): BlocMember[] =>
  members.toSorted((a, b) => a.bloc - b.bloc || b.centrality - a.centrality || (a.state < b.state ? -1 : 1));

function membersTable({ members }: BlocsView): string {
  const rows = byBloc(members).map(({ bloc, name, stability, centrality, strength }) => [
    String(bloc + 1),
    name,
    percent(stability),
    centrality.toFixed(2),
    signed(strength),
  ]);
  return textTable(["bloc", "state", "stability", "centrality", "strength"], rows, "words");
}

function tiesTable({ ties }: BlocsView): string {
  const heaviest = ties.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, TIES_SHOWN);
  const rows = heaviest.map(({ a, b, weight, incidents }) => [`${a} and ${b}`, signed(weight), String(incidents)]);
  const shown = ties.length > TIES_SHOWN ? `the ${TIES_SHOWN} heaviest of ${ties.length}` : "all";
  return `Ties, ${shown}\n${textTable(["states", "weight", "incidents"], rows)}`;
}

function movesText({ moves, movesReason, baseline }: BlocsView): string {
  const since = `since ${baseline.from} to ${baseline.to}`;
  if (movesReason) return `Who moved ${since}: can't be said, ${inWords(movesReason)}.`;
  if (moves.length === 0) return `Who moved ${since}: nobody.`;
  const list = (states: readonly string[]): string => (states.length > 0 ? states.join(", ") : "nobody");
  const lines = moves.map(({ state, left, joined }) => `  ${state} left ${list(left)} and joined ${list(joined)}`);
  return [`Who moved ${since}:`, ...lines].join("\n");
}

function balanceText({ balance: { triads, share } }: BlocsView): string {
  if (share === undefined) return "Structural balance: no three states that are all tied.";
  return `Structural balance: ${percent(share)} of ${counted(triads, "triad")}.`;
}

/** The blocs in words and tables. */
export function blocsText(view: BlocsView): string {
  const { period, incidents, families, rule, reason, modularity = 0, frustration = 0 } = view;
  const head = [
    `Blocs, ${period.from} to ${period.to}`,
    `${counted(incidents, "incident")} between states; ${counted(families, "independent source")} read.`,
    rule.words,
  ].join("\n");
  if (reason) return `${head}\n\nNo blocs: ${inWords(reason)} (${reason}).\n`;
  const quality = `Modularity ${modularity.toFixed(2)}; ${percent(frustration)} of all ties' weight is conflict inside a bloc or cooperation between two.`;
  const parts = [head, membersTable(view), [quality, balanceText(view)].join("\n"), tiesTable(view), movesText(view)];
  return `${parts.join("\n\n")}\n`;
}

/** A row a state; the ties are in the JSON. */
export const blocsCsv = ({ members }: BlocsView): string =>
  csvText(
    ["state", "name", "bloc", "stability", "centrality", "strength"],
    byBloc(members).map(({ state, name, bloc, stability, centrality, strength }) => [
      ...[state, name, bloc + 1],
      ...[stability, centrality, strength],
    ]),
  );
