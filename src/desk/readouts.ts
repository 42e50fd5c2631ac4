import type { Reader } from "../coding/index.ts";
import type { Ledger } from "../ledger/index.ts";
import { compareReadouts, type Readout, type ReadoutStatement, readoutOf } from "../measures/index.ts";
import {
  EntenteError,
  type Incident,
  type ReadoutsQuery,
  type ReadoutsView,
  type SourceCard,
  type StatementView,
} from "../schema/index.ts";
import { withGovernment } from "./brief-sides.ts";
import { SideMarker } from "./sources.ts";

/** A document's account, with what is shown of the document. */
interface Account {
  readonly source: SourceCard;
  readonly readout: Readout;
}

async function accountOf(id: string, ledger: Ledger, reader: Reader, codes: readonly string[]): Promise<Account> {
  const { document, reading } = await ledger.document(id);
  const { title, publisher, published, url } = document;
  const card = new SideMarker(reader.knowledge).source({ document: id, title, publisher, published, url });
  const source = withGovernment(card, codes, reader.knowledge);
  const named = reading.mentions.filter(({ kind }) => kind === "actor").map(({ span }) => span);
  const analysis = reader.analyse(document.text);
  const { reports } = reading;
  return { source, readout: readoutOf({ document: id, side: source.side ?? "", analysis, reports, named }) };
}

/** The documents that report an incident, the earliest first, each with the state whose outlet or office publishes it. */
function sourcesOf(incident: Incident, { knowledge }: Reader): SourceCard[] {
  const codes = [...incident.actors, ...incident.recipients];
  const marker = new SideMarker(knowledge);
  const cards = incident.reports.map(({ evidence: [first] }) => marker.source(first.source));
  const each = [...new Map(cards.map((card) => [card.document, card])).values()];
  return each.map((card) => withGovernment(card, codes, knowledge));
}

/** How near a document stands to the state that it speaks for: its government or its state's media before anybody else. */
const nearness = ({ side, stateMedia }: SourceCard, states: readonly string[]): number =>
  (side !== undefined && states.includes(side) ? 2 : 0) + (stateMedia === false ? 0 : 1);

/** What accounts are looked for in. */
interface Search {
  readonly incident: Incident;
  readonly states: readonly string[];
  readonly accountOf: (document: string) => Promise<Account>;
  readonly ledger: Ledger;
  readonly reader: Reader;
}

const DAY_MS = 86_400_000;
const NEAR_DAYS = 2;
const shifted = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/**
 * The other side's account where none of its documents reports the incident itself: of those of its own voice that name
 * the same states and were published within two days, the one that shares most points.
 */
async function counterpartOf(known: SourceCard, search: Search): Promise<string | undefined> {
  const { states, ledger, reader, accountOf: account } = search;
  const day = known.published?.slice(0, 10);
  if (day === undefined) return undefined;
  const near = await ledger.readDocuments({ from: shifted(day, -NEAR_DAYS), to: shifted(day, NEAR_DAYS) });
  const marker = new SideMarker(reader.knowledge);
  const isOther = ({ id, outlet, states: named }: (typeof near)[number]): boolean => {
    const card = withGovernment(marker.source({ document: id, publisher: outlet }), states, reader.knowledge);
    const others = states.filter((state) => state !== known.side);
    return nearness(card, others) === 3 && states.every((state) => named.includes(state));
  };
  const own = (await account(known.document)).readout;
  let best: { readonly id: string; readonly points: number } | undefined;
  for (const candidate of near.filter(isOther)) {
    const points = compareReadouts(own, (await account(candidate.id)).readout).shared.length;
    if (points > (best?.points ?? 0)) best = { id: candidate.id, points };
  }
  return best?.id;
}

/** The two sides' own accounts, in the order of the incident's states; else those of any two sides. Error: readouts.oneside. */
async function chosenOf(search: Search): Promise<readonly [Account, Account]> {
  const { incident, states, reader, accountOf: account } = search;
  const sources = sourcesOf(incident, reader).filter(({ side }) => side !== undefined);
  const ranked = sources.toSorted((a, b) => nearness(b, states) - nearness(a, states));
  const first = ranked.at(0);
  if (!first) throw new EntenteError("readouts.oneside", { id: incident.id });
  const other = ranked.filter(({ side }) => side !== first.side);
  const own = other.find((source) => nearness(source, states) === 3)?.document;
  const second = own ?? (await counterpartOf(first, search)) ?? other.at(0)?.document;
  if (second === undefined) throw new EntenteError("readouts.oneside", { id: incident.id });
  const pair = [await account(first.document), await account(second)] as const;
  const place = ({ source: { side = "" } }: Account): number => states.indexOf(side);
  return place(pair[1]) >= 0 && place(pair[1]) < place(pair[0]) ? [pair[1], pair[0]] : pair;
}

const shown = ({ id, text, span, tone }: ReadoutStatement): StatementView => ({
  id,
  text,
  span: [...span],
  ...(tone === undefined ? {} : { tone }),
});

const sideView = ({ source, readout }: Account, tone?: number): ReadoutsView["first"] => ({
  source,
  statements: readout.statements.length,
  ...(tone === undefined ? {} : { tone }),
});

function viewOf(first: Account, second: Account): Omit<ReadoutsView, "incident" | "others"> {
  const { shared, onlyFirst, onlySecond, tone } = compareReadouts(first.readout, second.readout);
  return {
    first: sideView(first, tone.first),
    second: sideView(second, tone.second),
    shared: shared.map((point) => ({
      ...point,
      first: shown(point.first),
      second: shown(point.second),
      onlyFirst: [...point.onlyFirst],
      onlySecond: [...point.onlySecond],
    })),
    onlyFirst: onlyFirst.map(shown),
    onlySecond: onlySecond.map(shown),
  };
}

async function ofIncident(id: string, ledger: Ledger, reader: Reader): Promise<ReadoutsView> {
  const incident = await ledger.incident(id);
  const states = [...new Set([...incident.actors, ...incident.recipients])].sort();
  const account = (document: string): Promise<Account> => accountOf(document, ledger, reader, states);
  const [first, second] = await chosenOf({ incident, states, accountOf: account, ledger, reader });
  const sources = sourcesOf(incident, reader);
  const reportsIncident = ({ source }: Account): boolean =>
    sources.some(({ document }) => document === source.document);
  const view = viewOf(first, second);
  const compared = [first.source.document, second.source.document];
  return {
    incident: incident.id,
    ...view,
    first: { ...view.first, reportsIncident: reportsIncident(first) },
    second: { ...view.second, reportsIncident: reportsIncident(second) },
    others: sources.filter(({ document }) => !compared.includes(document)),
  };
}

/** Two accounts of one incident compared. Errors: incident.unknown, document.unknown, readouts.oneside, readouts.same. */
export async function readoutsView(ledger: Ledger, reader: Reader, query: ReadoutsQuery): Promise<ReadoutsView> {
  if ("incident" in query) return ofIncident(query.incident, ledger, reader);
  const { first, second } = query;
  if (first === second) throw new EntenteError("readouts.same", { id: first });
  const codes = reader.knowledge.states.map(({ code }) => code);
  const pair = [await accountOf(first, ledger, reader, codes), await accountOf(second, ledger, reader, codes)] as const;
  return { ...viewOf(...pair), others: [] };
}
