import { allHanging, attach, hanging, isSubject, type Mend, type Work } from "./work.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

const HARMING = words("kill wound injure leave claim destroy damage level maim hurt");
const IMPERSONAL = words("that which");
const ATTACKS = words(
  "attack bombing blast explosion strike airstrike raid shelling assault shooting ambush massacre offensive bombardment crash fire siege riot",
);
const SITES = words(
  "shrine office building hospital school mosque church temple embassy consulate base headquarters airport market hotel camp house home village town city province district area region bus train station port checkpoint compound restaurant club border capital ministry parliament court",
);

/** The noun for an attack over a phrase, by the nouns between them, or the object beside it under a verb; or -1. */
function attackOver(work: Work, token: number): number {
  const { head, relation, lemma } = work;
  for (let at = token, steps = 0; at >= 0 && steps < 4; at = head[at], steps += 1) {
    if (ATTACKS.has(lemma[at])) return at;
    if (relation[at] === "obl")
      return (
        hanging(work, head[at], work.from, at).find((one) => relation[one] === "obj" && ATTACKS.has(lemma[one])) ?? -1
      );
    if (!/^(nmod|appos|compound|flat)$/.test(relation[at])) return -1;
  }
  return -1;
}

/** "an attack on the shrine of King Olaf that killed ten", where the clause was hung on the shrine or the king: the attack killed. */
export const mendKilling: Mend = (work, verb) => {
  const { analysis, head, lemma, upos } = work;
  const site = head[verb];
  if (!HARMING.has(lemma[verb]) || site < 0 || (upos[site] !== "PROPN" && !SITES.has(lemma[site]))) return;
  const [subject] = allHanging(work, verb).filter((child) => isSubject(work, child));
  if (subject === undefined || !IMPERSONAL.has(analysis.lemma[subject])) return;
  const attack = attackOver(work, site);
  if (attack >= 0) head[verb] = attack;
};

const VOICING = words(
  "threaten demand urge ask accuse warn condemn call request blame criticise criticize thank invite appeal express protest seek denounce",
);
const SENDING = words("send write deliver hand dispatch address issue submit");
const LETTERS = words("letter note message telegram cable ultimatum memo memorandum email");

/** "sent a letter to the head of the League threatening to leave it", where the participle was hung on the reader. */
export const mendLetter: Mend = (work, participle) => {
  const { analysis, head, relation, lemma } = work;
  if (analysis.xpos[participle] !== "VBG" || !VOICING.has(lemma[participle])) return;
  let at = head[participle];
  for (let steps = 0; at >= 0 && steps < 5 && /^(nmod|flat|appos|compound|obl|iobj)$/.test(relation[at]); steps += 1)
    at = head[at];
  const verb = at >= 0 && LETTERS.has(lemma[at]) && relation[at] === "obj" ? head[at] : at;
  if (verb < 0 || verb === head[participle] || !SENDING.has(lemma[verb])) return;
  const isLetter = (child: number): boolean => relation[child] === "obj" && LETTERS.has(lemma[child]);
  if (allHanging(work, verb).some(isLetter)) attach(work, participle, verb, "advcl");
};
