import { add, type Scan } from "./drafts.ts";
import type { Hit } from "./hits.ts";
import { isNominal, lower, senseOf, sentenceBegin, sentenceEnd } from "./words.ts";

const NUMBERS = new Map<string, number>([
  ["a", 1],
  ["an", 1],
  ["one", 1],
  ["two", 2],
  ["both", 2],
  ["pair", 2],
  ["three", 3],
  ["four", 4],
  ["five", 5],
  ["six", 6],
  ["seven", 7],
  ["eight", 8],
  ["nine", 9],
  ["ten", 10],
  ["eleven", 11],
  ["twelve", 12],
  ["dozen", 12],
  ["thirteen", 13],
  ["fourteen", 14],
  ["fifteen", 15],
  ["sixteen", 16],
  ["seventeen", 17],
  ["eighteen", 18],
  ["nineteen", 19],
  ["twenty", 20],
  ["thirty", 30],
  ["forty", 40],
  ["fifty", 50],
  ["sixty", 60],
  ["seventy", 70],
  ["eighty", 80],
  ["ninety", 90],
]);

/** The number that a word or figure stands for. */
export function numberOf(word: string): number | undefined {
  const spelt = NUMBERS.get(word);
  if (spelt !== undefined) return spelt;
  return /^\d{1,3}(,\d{3})*$|^\d+$/.test(word) ? Number(word.replaceAll(",", "")) : undefined;
}

const YEARS = /^(19|20)\d\d$/;

/** How many: the number before the name, over adjectives, nations and "of its" ("a pair of its Tu-95 bombers"). */
function quantityBefore(scan: Scan, from: number): number | undefined {
  let of = false;
  for (let token = from - 1; token >= Math.max(sentenceBegin(scan, from), from - 6); token -= 1) {
    const word = lower(scan, token);
    const upos = scan.analysis.upos[token];
    const value = numberOf(word);
    if (value === 1 && of) return undefined;
    of ||= word === "of";
    if (value !== undefined && YEARS.test(word)) return undefined;
    if (value !== undefined && (upos === "NUM" || upos === "NOUN" || upos === "DET")) {
      const before = token > 0 ? numberOf(lower(scan, token - 1)) : undefined;
      return word === "dozen" && before !== undefined && before > 1 ? before * value : value;
    }
    const passes = isNominal(scan, token) || /^(of|its|their|his|the|'s|’s|and|,)$/.test(word);
    if (!passes) return undefined;
  }
  return undefined;
}

/** The end of the class noun that belongs to a type: "Tu-95 strategic bombers". */
function withClass(scan: Scan, hit: Hit): number {
  for (
    let token = hit.to;
    token < Math.min(sentenceEnd(scan, hit.from), hit.to + 4) && isNominal(scan, token);
    token += 1
  ) {
    const index = scan.hitOn[token];
    const next = index < 0 ? undefined : scan.hits[index];
    if (next && senseOf(next, "agent")?.agent.kind === "platform") return next.to;
  }
  return hit.to;
}

/** Finds weapons and platforms by type ("Tu-95 strategic bombers") or kind ("warships"), with their number. */
export function readEquipment(scan: Scan): void {
  let done = 0;
  for (const hit of scan.hits) {
    if (hit.from < done) continue;
    const equipment = senseOf(hit, "equipment")?.equipment;
    const agent = senseOf(hit, "agent")?.agent;
    const upos = scan.analysis.upos[hit.to - 1];
    if (!equipment && (agent?.kind !== "platform" || agent.sector !== "MIL" || (upos !== "NOUN" && upos !== "PROPN")))
      continue;
    const to = equipment ? withClass(scan, hit) : hit.to;
    const value = quantityBefore(scan, hit.from);
    const name = equipment?.name ?? agent?.id ?? "";
    add(scan, hit.from, to, {
      kind: "equipment",
      name,
      ...(value === undefined ? {} : { quantity: { value, unit: name } }),
    });
    done = to;
  }
}
