import type { BriefSection } from "../../schema/index.ts";

/**
 * Sections in the order of their ids. One that is not named stays behind the section that it stood behind; those of one
 * part stay together, where the first of them stands.
 */
export function orderedSections(sections: readonly BriefSection[], ids: readonly string[]): BriefSection[] {
  const named = new Set(ids);
  const ordered = [...named].flatMap((id) => sections.filter((section) => section.id === id));
  for (const [at, section] of sections.entries()) {
    if (named.has(section.id)) continue;
    const place = at === 0 ? 0 : ordered.indexOf(sections[at - 1]) + 1;
    ordered.splice(place, 0, section);
  }
  return [
    ...Map.groupBy(ordered, ({ id, part }) => (part === undefined ? `section ${id}` : `part ${part}`)).values(),
  ].flat();
}

/** Ids that stand in another order than before: all but those of the longest run that kept its order. */
export function outOfOrder(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const place = new Map(before.map((id, at) => [id, at]));
  const common = after.filter((id) => place.has(id));
  const runs: string[][] = [];
  for (const id of common) {
    const held = runs.filter((run) => (place.get(run[run.length - 1]) ?? 0) < (place.get(id) ?? 0));
    const longest = held.reduce<string[]>((best, run) => (run.length > best.length ? run : best), []);
    runs.push([...longest, id]);
  }
  const kept = new Set(runs.reduce<string[]>((best, run) => (run.length > best.length ? run : best), []));
  return new Set(common.filter((id) => !kept.has(id)));
}
