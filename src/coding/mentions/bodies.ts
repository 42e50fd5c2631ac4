import type { Organ, Organisation } from "../../knowledge/index.ts";
import { stateActor } from "./actors.ts";
import { ARMED } from "./armed.ts";
import { type Complement, moreNations, ownComplement, portfolioComplement, SEATED } from "./complements.ts";
import { beforeParticiple, determinerOf, openOf, POSSESSORS } from "./determiners.ts";
import { add, addHit, type Draft, headOf, type Scan, take } from "./drafts.ts";
import { type Extension, extensionFrom } from "./extension.ts";
import type { Hit } from "./hits.ts";
import { isNamesake, isOthersOwn, stateOf } from "./nation-senses.ts";
import { actorOf } from "./phrase.ts";
import { isInsideName } from "./places.ts";
import { isForeignName, namedBody } from "./shared-names.ts";
import { isPossessive, lower, senseOf, sentenceEnd, together } from "./words.ts";

function addLeadersOf(scan: Scan, from: number, extension: Extension, nations: readonly Hit[]): void {
  const members: Draft[] = nations.flatMap((hit) => {
    const state = stateOf(hit);
    if (!state) return [];
    const sector = extension.agent?.sector ?? extension.organ?.sector ?? "GOV";
    take(scan, hit.from, hit.to);
    return [add(scan, hit.from, hit.to, { kind: "actor", name: state.name, actor: stateActor(state, sector) })];
  });
  const actor = actorOf(scan, from, { ...extension, plural: true }, null);
  add(scan, from, extension.to, { kind: "actor", ...actor, plural: true, refersTo: members });
  take(scan, from, extension.to);
}

function addOpen(scan: Scan, from: number, extension: Extension): Draft {
  const token = determinerOf(scan, from);
  const word = token < 0 ? "" : lower(scan, token);
  const possessor = POSSESSORS.get(word);
  const actor = actorOf(scan, from, extension, null);
  const begin = possessor ? token : from;
  const isNamed =
    extension.person !== undefined || extension.nameFrom !== undefined || extension.organisation !== undefined;
  take(scan, begin, extension.to);
  if (possessor)
    return add(scan, begin, extension.to, { kind: "actor", ...actor, open: { kind: "pronoun", word: possessor } });
  if (isNamed) return add(scan, from, extension.to, { kind: "actor", ...actor });
  const open = openOf(scan, token, from, extension);
  return add(scan, from, extension.to, { kind: "actor", ...actor, ...(open ? { open } : {}) });
}

/** The people or parts of a body that its name stands before: "Pentagon officials", "NATO troops". */
function belongingTo(rest: Extension, own: Organ | undefined, organisation: Organisation | undefined): Extension {
  if (own) return rest.agent && !rest.organ ? { ...rest, organ: own } : rest;
  return organisation && rest.agent && !rest.person ? { ...rest, of: organisation } : rest;
}

/** "Hamas Islamist group": what the name is, not more of it. */
const isDescribed = (scan: Scan, hit: Hit): boolean =>
  together(scan, hit.to, hit.from) &&
  /^(islamist|jihadist|militant|rebel|terrorist|shi'?ite|shia|sunni)$/.test(lower(scan, hit.to));

/** The extension that starts with the hit itself, and the country that the hit brings. */
function bodyAt(scan: Scan, hit: Hit): { extension: Extension; country: string | null } | undefined {
  const { own, organisation } = isForeignName(scan, hit) ? {} : namedBody(scan, hit);
  if (own || organisation) {
    if (scan.analysis.upos[hit.to - 1] === "VERB" || isNamesake(scan, hit)) return undefined;
    if (hit.to - hit.from === 1 && isInsideName(scan, hit) && !isDescribed(scan, hit)) return undefined;
    const possessive = hit.to < sentenceEnd(scan, hit.from) && isPossessive(scan, hit.to);
    const after = hit.to + (possessive ? 1 : 0);
    const rest = isOthersOwn(scan, hit) ? undefined : extensionFrom(scan, hit.from, after, possessive);
    const itself: Extension = {
      to: hit.to,
      plural: false,
      ...(own ? { organ: own } : {}),
      ...(organisation ? { organisation } : {}),
    };
    const extension = rest ? belongingTo(rest, own, organisation) : itself;
    return { extension, country: own?.country ?? organisation?.country ?? null };
  }
  const extension = extensionFrom(scan, hit.from, hit.from, false);
  return extension && extension.to >= hit.to ? { extension, country: null } : undefined;
}

/** "police station", "government bonds": a modifier of something else. */
function isModifier(scan: Scan, hit: Hit, extension: Extension): boolean {
  if (extension.person || extension.nameFrom !== undefined) return false;
  const head = headOf(scan.analysis, hit.from, extension.to);
  return scan.analysis.relation[head] === "compound" && scan.analysis.head[head] >= extension.to;
}

const ABSTRACT = new Set(["movement", "leadership", "presidency", "administration", "government", "regime", "cabinet"]);

const BANKS = new Set("west east north south left right river opposite western eastern northern southern".split(" "));

/** "the west bank of the river". */
const isRiverside = (scan: Scan, hit: Hit): boolean =>
  /^banks?$/.test(lower(scan, hit.to - 1)) &&
  together(scan, hit.from - 1, hit.from) &&
  BANKS.has(lower(scan, hit.from - 1));

/** "fire-fighters" fight fires. */
const isFireman = ({ analysis }: Scan, hit: Hit): boolean =>
  /fire[-\u2010]$/i.test(analysis.text.slice(0, hit.start).slice(-5));

/** "a regional actor", which plays no part on a stage. */
const isPlayer = (scan: Scan, hit: Hit): boolean =>
  /^actors?$/.test(lower(scan, hit.to - 1)) &&
  together(scan, hit.from - 1, hit.from) &&
  scan.analysis.upos[hit.from - 1] === "ADJ";

/** "provide leadership", "lack of government": the quality, not the body. */
const isAbstract = (scan: Scan, hit: Hit, extension: Extension): boolean =>
  ABSTRACT.has(lower(scan, extension.to - 1)) &&
  extension.to === hit.to &&
  determinerOf(scan, hit.from) < 0 &&
  beforeParticiple(scan, hit.from) === hit.from &&
  scan.drafts.at(-1)?.to !== hit.from &&
  !isPossessive(scan, Math.max(hit.from - 1, 0));

/** "leaders of France and Italy", "courts in France and Italy". */
const isListed = ({ link }: Complement, { agent, organ }: Extension): boolean =>
  link === "of" || ((link === "in" || link === "from") && SEATED.has((agent ?? organ)?.sector ?? ""));

const HELD = new Set(
  "position stronghold base camp hideout outpost headquarters trench line unit target convoy checkpoint post territory area town village city enclave bastion".split(
    " ",
  ),
);
/** What rebels do; "a terrorist attack" is one of a kind, and says of nobody that it was his. */
const DONE = new Set("attack assault offensive raid ambush fire shelling rocket".split(" "));

/** "rebel-held areas": those who hold them. */
const isHolder = ({ analysis: { text } }: Scan, hit: Hit): boolean =>
  /^[-\u2010-\u2013](held|controlled|occupied|run|ruled|dominated|besieged)\b/i.test(text.slice(hit.end, hit.end + 12));

/** "bombed rebel positions", "a militant attack": those whose they are. */
function readBand(scan: Scan, hit: Hit): void {
  const agent = senseOf(hit, "agent")?.agent;
  const next = together(scan, hit.from, hit.to) ? scan.analysis.lemma[hit.to] : "";
  if (agent?.kind !== "people" || !ARMED.has(agent.sector)) return;
  if (!HELD.has(next) && !(agent.sector === "REB" && DONE.has(next)) && !isHolder(scan, hit)) return;
  const who = actorOf(scan, hit.from, { to: hit.to, agent, plural: true }, null);
  addHit(scan, hit, { kind: "actor", ...who, plural: true });
  take(scan, hit.from, hit.to);
}

/** Reads an organ, a body or an office that no nation stands before. Returns the index of the next hit to look at. */
export function readBody(scan: Scan, index: number): number {
  const hit = scan.hits[index];
  const body = bodyAt(scan, hit);
  if (!body) {
    readBand(scan, hit);
    return index + 1;
  }
  const { extension, country } = body;
  if (country !== null) {
    const actor = actorOf(scan, hit.from, extension, country);
    const aside = isOthersOwn(scan, hit);
    if (extension.to === hit.to) addHit(scan, hit, { kind: "actor", ...actor, ...(aside && { aside }) });
    else add(scan, hit.from, extension.to, { kind: "actor", ...actor });
    take(scan, hit.from, extension.to);
    return index + 1;
  }
  if (
    isModifier(scan, hit, extension) ||
    isAbstract(scan, hit, extension) ||
    isRiverside(scan, hit) ||
    isPlayer(scan, hit) ||
    isFireman(scan, hit)
  )
    return index + 1;
  const beyond = portfolioComplement(scan, extension);
  const complement = beyond ?? ownComplement(scan, extension);
  if (!complement || extension.person || extension.organisation) {
    addOpen(scan, hit.from, extension);
    return index + 1;
  }
  const nations =
    !beyond && isListed(complement, extension) && complement.whole ? moreNations(scan, complement.hit) : [];
  if (nations.length > 1) {
    addLeadersOf(scan, hit.from, extension, nations);
    return index + 1;
  }
  const merged =
    (beyond?.whole || nations.length === 1) && complement.link === "of"
      ? { ...extension, to: complement.hit.to }
      : extension;
  const { of } = complement;
  const { nameFrom: rank, ...office } = extension;
  const whose = beyond && rank !== undefined ? { ...office, to: rank } : extension;
  const actor = actorOf(scan, hit.from, of ? { ...whose, of } : whose, complement.country);
  add(scan, hit.from, merged.to, { kind: "actor", ...actor });
  take(scan, hit.from, merged.to);
  return index + 1;
}
