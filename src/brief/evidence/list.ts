import { createHash } from "node:crypto";
import type { Brief, Evidence, EvidenceList } from "../../schema/index.ts";
import { safeUrl } from "../markdown/source-line.ts";

type Item = EvidenceList["evidence"][number];

const keyOf = ({ source, span }: Evidence): string => `${source.document} ${span.join(" ")}`;

function itemOf({ source, span, words }: Evidence, number: number, original: string | undefined): Item {
  const { document, publisher, side, stateMedia, title, published } = source;
  const url = safeUrl(source.url);
  return {
    number,
    document,
    ...(original && { original }),
    ...(publisher && { outlet: publisher }),
    ...(side && { side }),
    ...(stateMedia !== undefined && { stateMedia }),
    ...(title && { title }),
    ...(published && { published }),
    ...(url && { url }),
    span,
    words,
    sha256: createHash("sha256").update(words, "utf8").digest("hex"),
  };
}

/** All evidence of a brief, each once, numbered as in its notes, and which sentence rests on which. */
export function evidenceList({ title, dyad, period, coder, sections, sources }: Brief): EvidenceList {
  const originals = new Map(sources.map(({ document, original }) => [document, original]));
  const items = new Map<string, Item>();
  const numberOf = (evidence: Evidence): number => {
    const key = keyOf(evidence);
    const item = items.get(key) ?? itemOf(evidence, items.size + 1, originals.get(evidence.source.document));
    items.set(key, item);
    return item.number;
  };
  const statements = sections.flatMap((section) =>
    section.statements.map(({ id, sentence, by, evidence, measures }) => ({
      id,
      section: section.id,
      sentence,
      ...(by && { by }),
      evidence: evidence.map(numberOf),
      measures,
    })),
  );
  return {
    schema: "entente.evidence/1",
    title,
    dyad,
    ...(period && { period }),
    coder,
    statements,
    evidence: [...items.values()],
  };
}
