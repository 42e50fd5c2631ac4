import { tokenCount, tokenText } from "../../schema/index.ts";
import { add, type Scan, take } from "./drafts.ts";
import { lower, together } from "./words.ts";

const KINDS = new Set(
  "book novel study report paper article essay documentary film movie memoir memoirs op-ed editorial poem song album autobiography biography pamphlet monograph thesis column play series magazine newspaper white-paper".split(
    " ",
  ),
);
const OPENS = /^["\u201c\u201e\u00ab\u2018']$|^``$/;
const CLOSES = /^["\u201d\u00bb\u2019']$|^''$/;
const MOST = 14;

/** A noun for a work stands shortly before the token. */
function isAnnounced(scan: Scan, token: number): boolean {
  for (let before = token - 1; before >= Math.max(0, token - 6) && together(scan, before, token); before -= 1) {
    const lemma = scan.analysis.lemma[before].toLowerCase();
    if (KINDS.has(lemma) || KINDS.has(lower(scan, before))) return true;
    if (/^(VERB|AUX)$/.test(scan.analysis.upos[before]) && !/^(entitle|call|title|name)d?$/.test(lemma)) return false;
  }
  return false;
}

/** Whether [from, to) is written as a title: its words capitalised, but for the small ones. */
function isTitle(scan: Scan, from: number, to: number): boolean {
  let [large, small] = [0, 0];
  for (let token = from; token < to; token += 1) {
    const word = tokenText(scan.analysis, token);
    if (/^\p{Lu}/u.test(word)) large += 1;
    else if (/^\p{Ll}{4,}/u.test(word)) small += 1;
  }
  return large > 0 && small * 3 <= large && /^[\p{Lu}\p{N}]/u.test(tokenText(scan.analysis, from));
}

/** Finds titles of books, studies and articles in quotation marks; nothing in them is an actor. */
export function readWorks(scan: Scan): void {
  for (let token = 0; token < tokenCount(scan.analysis); token += 1) {
    if (!OPENS.test(tokenText(scan.analysis, token)) || !isAnnounced(scan, token)) continue;
    let to = token + 1;
    while (to < tokenCount(scan.analysis) && to - token <= MOST && !CLOSES.test(tokenText(scan.analysis, to))) to += 1;
    const closed = to < tokenCount(scan.analysis) && CLOSES.test(tokenText(scan.analysis, to));
    if (!closed || to === token + 1 || !isTitle(scan, token + 1, to)) continue;
    const { text, start, end } = scan.analysis;
    add(scan, token + 1, to, {
      kind: "work",
      name: text
        .slice(start[token + 1], end[to - 1])
        .replace(/\s+/g, " ")
        .replace(/[,.]$/, ""),
    });
    take(scan, token + 1, to);
    token = to;
  }
}
