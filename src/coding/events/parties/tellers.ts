import type { EventRow } from "../../../knowledge/index.ts";
import type { Chain } from "../chain.ts";
import { clauseOf } from "../clause.ts";
import { childBy, childrenBy, hasChild, isVerbal, type Tree } from "../tree.ts";
import { type Cast, partiesAt } from "./cast.ts";
import { countryNamed } from "./counts.ts";
import { countriesOf, type Party } from "./party.ts";

/** What is told by or to those whom it concerns: help, offers, refusals, visits. */
const CONCERNING = new Set(["AID", "AGREE", "REJECT"]);
const OFFERING = new Set(["offer", "pledge", "promise", "extend"]);
const SAYING = new Set("say announce confirm report disclose reveal declare state add".split(" "));
const TELLING = new Set("tell inform assure notify".split(" "));
const AWAITING = new Set("refer mention confirm announce await".split(" "));
const CLIMBED = /^(ccomp|xcomp|obj|obl|nmod)$/;
const BESIDE = new Set(["parataxis"]);
const SUBJECT = new Set(["nsubj"]);
const DENYING = new Set(["not", "never", "n't"]);
const STATE = new Set(["GOV", "MIL", "LEG", "ELI"]);

/** The verb with which an event is told: over it, or beside it ("…, its envoy told Ost"); or -1. */
function tellingOf(tree: Tree, { base, top }: Chain, isVisit: boolean): number {
  const beside = childrenBy(tree, top, BESIDE).find(
    (verb) => SAYING.has(tree.lemma[verb]) || TELLING.has(tree.lemma[verb]),
  );
  if (beside !== undefined) return beside;
  for (let at = base, steps = 0; at >= 0 && steps < 6; at = tree.analysis.head[at], steps += 1) {
    const { lemma } = tree;
    const verb = at !== base && isVerbal(tree, at);
    if (verb && (SAYING.has(lemma[at]) || TELLING.has(lemma[at]) || (isVisit && AWAITING.has(lemma[at])))) return at;
    if (!CLIMBED.test(tree.relation[at])) return -1;
  }
  return -1;
}

/** Governments among the parties at the tokens. */
const governmentsAt = (cast: Cast, tokens: readonly number[]): Party[] =>
  tokens
    .flatMap((token) => partiesAt(cast, token))
    .filter(({ place, identity }) => !place && identity.country !== null && STATE.has(identity.sector));

/** Whether the sentence names states besides these. */
function namesOthers({ mentions, tree }: Cast, base: number, known: ReadonlySet<string>): boolean {
  const { sentence } = tree.analysis;
  return mentions.some((mention) => {
    const country = sentence[mention.head] === sentence[base] ? countryNamed(mention) : undefined;
    return country !== undefined && !known.has(country);
  });
}

/** Those who are told of a deed by whoever does it, else the only government besides that tells of it. */
function told(cast: Cast, verb: number, own: ReadonlySet<string>): Party[] {
  const { indirect, objects } = clauseOf(cast.tree, verb);
  const speakers = childrenBy(cast.tree, verb, SUBJECT).flatMap((token) => partiesAt(cast, token));
  const [country] = countriesOf(speakers);
  if (country === undefined || own.has(country))
    return TELLING.has(cast.tree.lemma[verb]) ? governmentsAt(cast, [...indirect, ...objects]) : [];
  return governmentsAt(cast, childrenBy(cast.tree, verb, SUBJECT));
}

/** "Ost said that West had offered help", "would lend a million, West's envoy told Ost": who tells or is told of what is done for or to him. */
export function tellersOf(cast: Cast, row: EventRow, chain: Chain, actors: readonly Party[]): Party[] {
  const { outcome } = chain;
  const isVisit = row.mode === "visit";
  const offers =
    row.type === "SUPPORT" && OFFERING.has(cast.tree.lemma[chain.base]) && childBy(cast.tree, chain.base, "xcomp") < 0;
  if (!("type" in outcome) || !(isVisit || offers || CONCERNING.has(outcome.type))) return [];
  if (row.type === "REQUEST" || row.type === "ACCUSE" || row.type === "THREATEN") return [];
  const verb = tellingOf(cast.tree, chain, isVisit);
  const own = countriesOf(actors);
  if (verb < 0 || own.size === 0 || hasChild(cast.tree, verb, DENYING)) return [];
  const found = told(cast, verb, own);
  return namesOthers(cast, chain.base, new Set([...own, ...countriesOf(found)])) ? [] : found;
}
