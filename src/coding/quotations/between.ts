import { type Page, sentenceAround, textOf } from "./page.ts";
import type { Saying } from "./saying.ts";
import { fullSource } from "./source.ts";
import { speakerBehind } from "./speaker.ts";

/** "…, he said, …" and "…, said the king.": an aside between commas, whatever the tree takes for the verb's subject. */
export function standsAside(page: Page, saying: Saying): boolean {
  const { cue, cueRange } = saying;
  if (cue.pos !== "verb" || !cue.content.has("that") || !/^(say|show|think)$/.test(cue.class)) return false;
  return (
    isBetweenCommas(page, saying) ||
    (cueRange[0] > 0 && isCommaAt(page, cueRange[0] - 1) && closesSentence(page, saying))
  );
}

function isBetweenCommas(page: Page, saying: Saying): boolean {
  const [from, to] = saying.cueRange;
  const end = behindDay(page, saying.cue.content.has("whom") ? behindAddressee(page, to) : to);
  const ends = end >= page.analysis.start.length || /^[.,!?]$/.test(textOf(page, end));
  if (!ends) return false;
  const named = nameInCommas(page, from);
  const last = named < 0 ? from : from - 1;
  const comma = commaBefore(page, named < 0 ? from : named);
  if (comma < 0 || comma + 1 === last || !/^(PRON|PROPN|NOUN)$/.test(page.analysis.upos[last - 1])) return false;
  saying.source = [comma + 1, last];
  saying.speaker = topNoun(page, comma + 1, last);
  return true;
}

/** The first noun of a phrase that depends on nothing in it: "[a source] close to him". */
function topNoun(page: Page, from: number, to: number): number {
  const { head, upos } = page.analysis;
  for (let token = from; token < to; token++)
    if (/^(PRON|PROPN|NOUN)$/.test(upos[token]) && (head[token] < from || head[token] >= to)) return token;
  return to - 1;
}

/** Behind the few words that name whom it is told: "he told [the paper]". */
export function behindAddressee(page: Page, to: number): number {
  let token = to;
  while (
    token < page.analysis.start.length &&
    token - to < LONGEST_ASIDE &&
    /^(DET|ADJ|NOUN|PROPN|PRON)$/.test(page.analysis.upos[token])
  )
    token++;
  return token;
}

/** Behind a day that follows a cue: "said [on Monday]", "said [Monday]". */
function behindDay(page: Page, to: number): number {
  if (to + 1 >= page.analysis.start.length) return to;
  const day = textOf(page, to) === "on" ? to + 1 : to;
  return /day$/.test(textOf(page, day)) ? day + 1 : to;
}

/** The comma that opens a name between commas right before a cue: "a spokesman[,] Denis Lind, said"; -1 for none. */
function nameInCommas(page: Page, from: number): number {
  if (from < 3 || !isCommaAt(page, from - 1)) return -1;
  let token = from - 2;
  while (token > 0 && from - token < LONGEST_ASIDE && page.analysis.upos[token] === "PROPN") token--;
  return token < from - 2 && isCommaAt(page, token) ? token : -1;
}

/** "…, said Grant Green, an official.": a finite cue behind a comma with nothing but a name to the end of its sentence. */
function closesSentence(page: Page, saying: Saying): boolean {
  const { analysis } = page;
  const [, limit] = sentenceAround(page, saying.token);
  const speaker = /VerbForm=(Fin|Inf)/.test(analysis.features[saying.token])
    ? speakerBehind(page, saying.cueRange)
    : undefined;
  if (speaker === undefined || saying.cue.class !== "say" || saying.cue.content.has("whom")) return false;
  const source = fullSource(page, speaker, saying.cueRange, true);
  for (let token = source[1]; token < limit; token++) if (analysis.upos[token] !== "PUNCT") return false;
  for (let token = saying.cueRange[1]; token < source[1]; token++)
    if (/VerbForm=Fin/.test(analysis.features[token]) && !/^(acl|aux|cop)/.test(analysis.relation[token])) return false;
  Object.assign(saying, { speaker, source });
  return true;
}

const LONGEST_ASIDE = 7;

/** The comma before a short phrase without another stop or verb in it, -1 for none. */
function commaBefore(page: Page, from: number): number {
  for (let token = from - 1; token >= Math.max(0, from - LONGEST_ASIDE); token--) {
    if (page.layer[token] !== page.layer[from]) return -1;
    if (isCommaAt(page, token)) return page.analysis.upos[token + 1] === "ADP" ? -1 : token;
    if (!/^(DET|ADJ|NOUN|PROPN|PRON|NUM|ADP)$/.test(page.analysis.upos[token])) return -1;
  }
  return -1;
}

const isCommaAt = (page: Page, token: number): boolean =>
  token < page.analysis.start.length && page.analysis.text[page.analysis.start[token]] === ",";
