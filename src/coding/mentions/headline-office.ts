import { severalHold } from "./actors.ts";
import { type Draft, type Scan, standFor } from "./drafts.ts";
import { lower, sentenceEnd } from "./words.ts";

const REACH = 3;

const isInHeadline = (scan: Scan, { from }: Draft): boolean =>
  scan.analysis.sentence[from] === 0 && !/^[.!?]$/.test(lower(scan, sentenceEnd(scan, from) - 1));

const holdsOne = ({ agent, plural, kind }: Draft): boolean =>
  kind === "actor" && agent?.kind === "office" && !plural && !severalHold(agent.id) && agent.id !== "leader";

/** "Bank president", "the president of the club": banks, clubs and firms have presidents too. */
function presidesOver({ analysis: { upos, lemma } }: Scan, { agent, to }: Draft): boolean {
  const named = /^(NOUN|PROPN)$/.test(upos[to - 2] ?? "");
  return agent?.id === "president" && (named || lemma[to] === "of");
}

/** "PM meets Ostish envoy" over "Prime Minister Mark Lund of West met": the headline of a paper at home leaves out whose, the text says it. */
export function readOn(scan: Scan, drafts: readonly Draft[]): void {
  const { sentence } = scan.analysis;
  const headline = drafts.filter((draft) => isInHeadline(scan, draft));
  for (const draft of headline) {
    const { agent, actor, refersTo } = draft;
    if (!agent || !holdsOne(draft) || actor?.country !== null || refersTo || presidesOver(scan, draft)) continue;
    if (headline.some((one) => one !== draft && one.agent?.id === agent.id && one.actor?.country == null)) continue;
    const fits = (one: Draft): boolean => holdsOne(one) && (one.agent?.id === agent.id || one.actor?.role === agent.id);
    const named = drafts.find((one) => sentence[one.from] > 0 && sentence[one.from] <= REACH && fits(one));
    const country = named?.actor?.country;
    if (named && country && !headline.some((one) => one.actor?.country === country)) standFor(draft, named);
  }
}
