import { Groups } from "../groups.ts";
import { rowsAt } from "../queries/points.ts";
import type { Row, Writer } from "../store/database.ts";
import { bandsOf, isNearCopy, shinglesOf } from "./minhash.ts";

/** A document that has just come in. */
export interface Newcomer {
  readonly id: string;
  readonly seq: number;
  readonly text: string;
}

interface Candidate extends Newcomer {
  readonly family: string | null;
}

interface Sketched extends Candidate {
  readonly shingles: ReadonlySet<number>;
  readonly bands: readonly number[];
}

/** What became of the source families: that of each new document, and those that turned out to be one. */
export interface Families {
  readonly familyOf: ReadonlyMap<string, string>;
  /** Former family -> the one it belongs to now. */
  readonly merged: ReadonlyMap<string, string>;
}

function sketch(document: Candidate): Sketched {
  const shingles = shinglesOf(document.text);
  return { ...document, shingles, bands: bandsOf(shingles) };
}

/** Stored documents that share a band with a new one. */
async function storedCandidates(writer: Writer, bands: readonly number[]): Promise<Sketched[]> {
  await writer.run("CREATE OR REPLACE TEMP TABLE wanted_bands (key INTEGER)");
  await writer.insert(
    "wanted_bands",
    [...new Set(bands)].map((key): Row => [key]),
  );
  const sharing = await writer.read<{ seq: number }>(
    "SELECT DISTINCT document AS seq FROM bands SEMI JOIN wanted_bands USING (key)",
  );
  if (sharing.length === 0) return [];
  const seqs = sharing.map(({ seq }) => seq);
  const rows = await writer.read<Candidate>(rowsAt(`id, seq, "text", family`, "documents", "seq", seqs));
  return rows.map(sketch);
}

/** The family that the earliest of some documents founded. */
function familyName(members: readonly Candidate[]): string {
  const founder = members.reduce((first, member) => (member.seq < first.seq ? member : first));
  return founder.family ?? `f${founder.id.slice(1)}`;
}

/** Near copies among these documents, put together; what was one family before stays one. */
function groupCopies(documents: readonly Sketched[]): Groups<string> {
  const groups = new Groups<string>();
  const buckets = new Map<number, Sketched[]>();
  for (const document of documents) {
    if (document.family !== null) groups.join(document.id, document.family);
    for (const key of document.bands) {
      const bucket = buckets.get(key) ?? [];
      for (const other of bucket)
        if (groups.find(document.id) !== groups.find(other.id) && isNearCopy(document.shingles, other.shingles))
          groups.join(document.id, other.id);
      buckets.set(key, [...bucket, document]);
    }
  }
  return groups;
}

/**
 * Finds the source family of each new document: near copies, directly or through others, are one source. The family
 * is named after its earliest document, so it stays when copies join. Writes the bands of the new documents.
 */
export async function joinFamilies(writer: Writer, newcomers: readonly Newcomer[]): Promise<Families> {
  const fresh = newcomers.map((document) => sketch({ ...document, family: null }));
  const stored = await storedCandidates(
    writer,
    fresh.flatMap((document) => document.bands),
  );
  await writer.insert(
    "bands",
    fresh.flatMap(({ seq, bands }) => bands.map((key): Row => [key, seq])),
  );
  const groups = groupCopies([...stored, ...fresh]);
  const familyOf = new Map<string, string>();
  const merged = new Map<string, string>();
  for (const members of Map.groupBy([...stored, ...fresh], ({ id }) => groups.find(id)).values()) {
    const family = familyName(members);
    for (const member of members) {
      if (member.family === null) familyOf.set(member.id, family);
      else if (member.family !== family) merged.set(member.family, family);
    }
  }
  return { familyOf, merged };
}
