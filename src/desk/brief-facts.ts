import type { BriefFacts } from "../brief/index.ts";
import type { Knowledge } from "../knowledge/index.ts";
import type { Ledger } from "../ledger/index.ts";
import type { Evidence, RelationView, Span } from "../schema/index.ts";
import { SideMarker } from "./sources.ts";

/** Text of every document that a brief may rest on, by id. */
async function textsOf(ledger: Ledger, documents: Iterable<string>): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const id of new Set(documents)) texts.set(id, (await ledger.document(id)).document.text);
  return texts;
}

/** Everything a brief is written from: the relation, all evidence of its incidents, and the texts to hold it against. */
export async function briefFacts(
  ledger: Ledger,
  knowledge: Knowledge,
  view: RelationView,
  coder: string,
): Promise<BriefFacts> {
  const marker = new SideMarker(knowledge);
  const evidenceOf = new Map<string, Evidence[]>();
  for (const { id } of view.incidents) {
    const { reports } = marker.incident(await ledger.incident(id));
    evidenceOf.set(
      id,
      reports.flatMap(({ evidence }) => evidence),
    );
  }
  const cited = [...evidenceOf.values()].flat().map(({ source }) => source.document);
  const quoted = view.quotations.map(({ source }) => source.document);
  const texts = await textsOf(ledger, [...cited, ...quoted]);
  return {
    view,
    evidenceOf,
    nameOf: knowledge.stateName,
    slice: (document: string, [start, end]: Span) => (texts.get(document) ?? "").slice(start, end),
    coder,
  };
}
