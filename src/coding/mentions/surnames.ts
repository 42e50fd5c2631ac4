import { plain } from "../../knowledge/index.ts";
import { tokenCount } from "../../schema/index.ts";
import { add, type Draft, type Scan, take } from "./drafts.ts";
import { hitAt, isCapital, lower } from "./words.ts";

/** "PM Allawi" after "Prime Minister Iyad Allawi": the same person. */
function sameAsEarlier(draft: Draft, byName: ReadonlyMap<string, Draft>): void {
  if (!draft.person || draft.person.known || draft.name === undefined || draft.name.includes(" ")) return;
  const earlier = byName.get(plain(draft.name));
  if (!earlier || earlier === draft || earlier.start > draft.start) return;
  draft.name = earlier.name;
  draft.actor = earlier.actor;
}

/** The surname as this document spells it, where the tables have it otherwise ("Araqchi"). */
function ownSpelling(scan: Scan, { from, to, person }: Draft): string | undefined {
  const last = to - 1;
  if (to - from < 2 || scan.analysis.upos[last] !== "PROPN" || !isCapital(scan, last)) return undefined;
  const word = plain(lower(scan, last));
  return word.length > 3 && !person?.known?.short.some((short) => plain(short) === word) ? word : undefined;
}

/** Later mentions by surname of persons whom only this document names. */
export function readSurnames(scan: Scan): void {
  const byName = new Map<string, Draft>();
  for (const draft of scan.drafts) {
    if (draft.kind !== "actor" || !draft.person || draft.name === undefined) continue;
    if (draft.person.known) {
      const spelled = ownSpelling(scan, draft);
      if (spelled !== undefined && !byName.has(spelled)) byName.set(spelled, draft);
      continue;
    }
    const last = draft.name.split(" ").at(-1) ?? "";
    const key = plain(last);
    const isTitle = draft.agent?.names.some((name) => plain(name).endsWith(key)) === true;
    if (/^\p{Lu}/u.test(last) && !isTitle && !byName.has(key) && draft.actor?.id.endsWith(key)) byName.set(key, draft);
  }
  if (byName.size === 0) return;
  for (const draft of scan.drafts) sameAsEarlier(draft, byName);
  for (let token = 0; token < tokenCount(scan.analysis); token += 1) {
    if (scan.taken[token] || !isCapital(scan, token)) continue;
    const draft = byName.get(plain(lower(scan, token)));
    if (!draft || token < draft.to || hitAt(scan, token)?.senses.some((sense) => sense.kind !== "short")) continue;
    const { name, actor, person } = draft;
    add(scan, token, token + 1, {
      kind: "actor",
      name,
      actor,
      person,
      refersTo: [draft],
    });
    take(scan, token, token + 1);
  }
}
