import type { Brief, BriefDifference, Statement } from "../../schema/index.ts";
import { outOfOrder } from "./sections.ts";

interface Placed {
  readonly section: string;
  /** The statement before it in its section. */
  readonly behind?: string;
  readonly statement: Statement;
}

const placed = ({ sections }: Brief): Map<string, Placed> =>
  new Map(
    sections.flatMap(({ heading, statements }) =>
      statements.map((statement, at): [string, Placed] => [
        statement.id,
        { section: heading, behind: statements[at - 1]?.id, statement },
      ]),
    ),
  );

const evidenceKey = ({ evidence }: Statement): string =>
  evidence.map(({ source, span }) => `${source.document} ${span.join("-")}`).join("|");

/** The nearest statement before this one that stands in the other version too. */
function predecessor(
  version: ReadonlyMap<string, Placed>,
  other: ReadonlyMap<string, Placed>,
  id: string,
): string | undefined {
  let before = version.get(id)?.behind;
  while (before !== undefined && !other.has(before)) before = version.get(before)?.behind;
  return before;
}

/** What a later version of a brief has, lacks, says otherwise or elsewhere. */
export function differencesOf(before: Brief, after: Brief): BriefDifference[] {
  const [old, now] = [placed(before), placed(after)];
  const differences: BriefDifference[] = [];
  for (const [id, { section, statement }] of now) {
    const known = old.get(id);
    if (!known) {
      differences.push({ kind: "added", section, statement: id, after: statement.sentence });
      continue;
    }
    if (known.statement.sentence !== statement.sentence) {
      differences.push({
        kind: "changed",
        section,
        statement: id,
        before: known.statement.sentence,
        after: statement.sentence,
      });
    } else if (evidenceKey(known.statement) !== evidenceKey(statement)) {
      differences.push({ kind: "sources changed", section, statement: id, after: statement.sentence });
    }
    if (known.section !== section || predecessor(old, now, id) !== predecessor(now, old, id)) {
      differences.push({ kind: "moved", section, statement: id, after: statement.sentence });
    }
  }
  for (const [id, { section, statement }] of old) {
    if (!now.has(id)) differences.push({ kind: "dropped", section, statement: id, before: statement.sentence });
  }
  return [...differences, ...movedSections(before, after)];
}

/** Sections that stand elsewhere; `statement` is then empty: it is all of the section's. */
function movedSections(before: Brief, after: Brief): BriefDifference[] {
  const idsOf = ({ sections }: Brief): string[] => sections.map(({ id }) => id);
  const moved = outOfOrder(idsOf(before), idsOf(after));
  return after.sections
    .filter(({ id }) => moved.has(id))
    .map(({ heading }) => ({ kind: "moved", section: heading, statement: "", after: "The whole section" }));
}

/** The differences as lines that a person reads: `+` added, `-` dropped, `~` changed. */
export function differencesText(differences: readonly BriefDifference[]): string {
  if (differences.length === 0) return "No difference.\n";
  const lines = differences.map(({ kind, section, before, after }) => {
    if (kind === "added") return `+ [${section}] ${after}`;
    if (kind === "dropped") return `- [${section}] ${before}`;
    if (kind === "changed") return `~ [${section}] ${before}\n  now: ${after}`;
    return `${kind === "moved" ? "moved" : "sources"} [${section}] ${after}`;
  });
  return `${lines.join("\n")}\n`;
}
