import { type Person, plain } from "../../knowledge/index.ts";
import { tokenCount } from "../../schema/index.ts";
import { namedActor } from "./actors.ts";
import { add, type Draft, type Scan, take } from "./drafts.ts";
import { personDraft } from "./persons.ts";
import { wordsOf } from "./phrase.ts";
import { hitAt, isCapital, isHeadline, isNamePart, lower, nameEnd, sentenceBegin, together } from "./words.ts";

/** A run of two or more name parts that no table has, from the token on; its end, or the token itself where it is none. */
function nameFrom(scan: Scan, from: number): number {
  const to = nameEnd(scan, from);
  return to - from >= 2 ? to : from;
}

function nameBefore(scan: Scan, to: number): number {
  let from = to;
  const begin = Math.max(sentenceBegin(scan, to - 1), to - 4);
  while (from > begin && isNamePart(scan, from - 1) && !scan.taken[from - 1]) from -= 1;
  return to - from >= 2 ? from : to;
}

/** What may stand between a name's comma and the office: "a former senior". */
export const stands = (scan: Scan, token: number): boolean =>
  lower(scan, token) !== "," && ["DET", "ADJ", "ADV", "NUM"].includes(scan.analysis.upos[token]);

/** The unknown name that an office stands beside, parted by a comma: "Ivan Petrov, a Russian diplomat,". */
function nameBeside(scan: Scan, draft: Draft): [number, number] | undefined {
  const { analysis } = scan;
  let before = draft.from - 1;
  while (together(scan, before, draft.from) && draft.from - before < 5 && stands(scan, before)) before -= 1;
  if (together(scan, before, draft.from) && lower(scan, before) === ",") {
    const from = nameBefore(scan, before);
    if (from < before) return [from, before];
  }
  if (
    draft.to + 1 >= tokenCount(analysis) ||
    !together(scan, draft.to + 1, draft.from) ||
    lower(scan, draft.to) !== ","
  )
    return undefined;
  const to = nameFrom(scan, draft.to + 1);
  return to > draft.to + 1 ? [draft.to + 1, to] : undefined;
}

const POSTED = new Set(["in", "to", "at"]);

/** "the Canadian ambassador in Moscow Alison LeClaire": the name behind the place of the office. */
function nameBehindPlace(scan: Scan, draft: Draft): [number, number] | undefined {
  if (!together(scan, draft.from, draft.to + 2) || !POSTED.has(lower(scan, draft.to))) return undefined;
  const start = draft.to + (lower(scan, draft.to + 1) === "the" ? 2 : 1);
  const place = hitAt(scan, start);
  if (!place || place.from !== start || !together(scan, start, place.to)) return undefined;
  const to = nameFrom(scan, place.to);
  return to > place.to ? [place.to, to] : undefined;
}

/** Finds persons whom no table has, by the office that stands beside their name. */
export function readApposed(scan: Scan): void {
  for (const draft of [...scan.drafts]) {
    const { agent, actor } = draft;
    if (!agent || !actor || draft.plural || draft.person === undefined || draft.person.known || draft.open) continue;
    const beside = nameBeside(scan, draft) ?? nameBehindPlace(scan, draft);
    if (!beside) continue;
    const [from, to] = beside;
    const name = wordsOf(scan, from, to);
    const named = add(scan, from, to, {
      kind: "actor",
      name,
      actor: namedActor(name, actor.country, actor.sector, agent.id),
      person: { gender: "" },
    });
    take(scan, from, to);
    draft.refersTo = [named];
  }
}

const ARGUMENT = /^(nsubj|obj|iobj)/;

const OPPOSING = new Set(["against", "with", "by"]);

/** "charges against Barbarin", "a meeting with Mawarire". */
const isOpposed = (scan: Scan, token: number): boolean =>
  /^(obl|nmod)/.test(scan.analysis.relation[token]) &&
  together(scan, token - 1, token) &&
  OPPOSING.has(lower(scan, token - 1));

/** Verbs of which a name that no table has is the town, not the man. */
const TAKING = new Set(
  "capture recapture retake seize liberate enter leave visit reach storm besiege shell bomb occupy overrun bombard".split(
    " ",
  ),
);

const isTown = ({ analysis: { relation, head, lemma } }: Scan, token: number): boolean =>
  relation[token] === "obj" && head[token] >= 0 && TAKING.has(lemma[head[token]]);

/** Whether a word stands by itself as the subject or object of a verb. */
function isArgument(scan: Scan, token: number): boolean {
  const { analysis } = scan;
  const { relation, head, upos } = analysis;
  const above = head[token] < 0 ? "" : upos[head[token]];
  const governed = (ARGUMENT.test(relation[token]) && (above === "VERB" || above === "ADJ")) || isOpposed(scan, token);
  const alone = upos[token + 1] !== "NOUN" && upos[token + 1] !== "PROPN" && upos[token - 1] !== "PROPN";
  return governed && alone && analysis.end[token] - analysis.start[token] > 3;
}

/** "Antony J. Blinken": the person of that first name and surname, whatever stands between. */
function knownAs(scan: Scan, from: number, to: number): Person | undefined {
  const first = plain(lower(scan, from));
  const senses = to - from > 2 ? (hitAt(scan, to - 1)?.senses ?? []) : [];
  const persons = senses.flatMap((sense) => (sense.kind === "short" ? [sense.person] : []));
  return persons.find(({ name }) => plain(name).split(" ")[0] === first);
}

function addStranger(scan: Scan, from: number, to: number): void {
  const known = knownAs(scan, from, to);
  if (known) {
    add(scan, from, to, personDraft(scan, known));
    take(scan, from, to);
    return;
  }
  const name = wordsOf(scan, from, to);
  add(scan, from, to, { kind: "actor", name, actor: namedActor(name, null, "UNK"), person: { gender: "" } });
  take(scan, from, to);
}

const isStrange = (scan: Scan, token: number): boolean =>
  !scan.taken[token] && isNamePart(scan, token) && !isHeadline(scan, token);

/** What comes behind, before or at the end of a name that means where something is: "Al-Fasher city", "the town of Bunia". */
const SITES = new Set(
  (
    "town village city district province region county state area camp airport base neighborhood neighbourhood suburb " +
    "crossing border island islands river mountain mountains hill hills valley road highway street square house hotel palace " +
    "building hospital school university college polytechnic institute mosque church prison port dam bridge forest park shoal reef sea lake bay peninsula " +
    "municipality township locality commune governorate prefecture department oblast territory outskirts checkpoint junction"
  ).split(" "),
);
const WITHIN = new Set("in near at around outside inside across throughout".split(" "));

/** "in Wad Madani", "Umm Ruwaba town", "the village of Kuku": a name that no table has and that means a place. */
function isSite(scan: Scan, from: number, to: number): boolean {
  if (SITES.has(lower(scan, to - 1))) return true;
  if (together(scan, to, from) && SITES.has(lower(scan, to)) && !isCapital(scan, to)) return true;
  if (!together(scan, from - 1, from)) return false;
  const before = lower(scan, from - 1);
  return WITHIN.has(before) || (before === "of" && together(scan, from - 2, from) && SITES.has(lower(scan, from - 2)));
}

const STORMS = new Set(["cyclone", "hurricane", "typhoon", "storm", "tropical"]);

const afterThe = (scan: Scan, token: number): boolean =>
  together(scan, token - 1, token) && lower(scan, token - 1) === "the";

/** Names that no table has and beside which no office stands: somebody, of whom nothing is known. */
export function readStrangers(scan: Scan): void {
  for (let token = 0; token < tokenCount(scan.analysis); token += 1) {
    if (!isStrange(scan, token)) continue;
    const to = nameFrom(scan, token);
    if (to === token || scan.knowledge.endings.has(lower(scan, to - 1)) || afterThe(scan, token)) continue;
    if (isSite(scan, token, to) || STORMS.has(lower(scan, token))) take(scan, token, to);
    else addStranger(scan, token, to);
    token = to - 1;
  }
}

/** Of names of one word those that do something or to whom it is done: "freed Mawarire". */
export function readSingles(scan: Scan): void {
  for (let token = 0; token < tokenCount(scan.analysis); token += 1)
    if (
      isStrange(scan, token) &&
      isArgument(scan, token) &&
      !afterThe(scan, token) &&
      !isSite(scan, token, token + 1) &&
      !isTown(scan, token)
    )
      addStranger(scan, token, token + 1);
}
