import type { Report, Span } from "../../schema/index.ts";
import type { TokenMention } from "../types.ts";
import type { Circumstances } from "./circumstances.ts";
import type { Ground } from "./ground.ts";
import { childrenOf, type Tree } from "./tree.ts";

const NUMBERS = new Map(
  "one two three four five six seven eight nine ten eleven twelve".split(" ").map((word, index) => [word, index + 1]),
);
const GROUPS: ReadonlyMap<string, number> = new Map([
  ["pair", 2],
  ["dozen", 12],
  ["trio", 3],
]);

function numberAt(tree: Tree, token: number): number | undefined {
  const value = NUMBERS.get(tree.lemma[token]) ?? Number(tree.lemma[token].replaceAll(",", ""));
  return Number.isFinite(value) && value > 0 ? value : undefined;
}

/** "four bombers", "a pair of bombers". */
function countOf(tree: Tree, mention: TokenMention): number | undefined {
  for (let token = mention.head, steps = 0; token >= 0 && steps < 4; token = tree.analysis.head[token], steps += 1) {
    const group = GROUPS.get(tree.lemma[token]);
    if (group && token !== mention.head) return group;
    for (const child of childrenOf(tree, token)) {
      if (tree.relation[child] !== "nummod" || isInside(child, mention)) continue;
      const value = numberAt(tree, child);
      if (value !== undefined) return value;
    }
    if (!/^(compound|nmod|flat|appos)$/.test(tree.relation[token])) break;
  }
  return undefined;
}

const isInside = (token: number, { tokens }: TokenMention): boolean => token >= tokens[0] && token < tokens[1];

/** The country whose name stands nearest before the equipment among its modifiers, or whose it is. */
function userOf(ground: Ground, mention: TokenMention, countries: ReadonlySet<string>): string | undefined {
  const { cast, tree } = ground;
  for (let token = mention.head, steps = 0; token >= 0 && steps < 3; token = tree.analysis.head[token], steps += 1) {
    for (const child of childrenOf(tree, token)) {
      const owner = cast.byHead.get(child);
      const country = owner?.actor?.country ?? countryOfReferent(ground, owner);
      if (country && countries.has(country) && /^(amod|compound|nmod)$/.test(tree.relation[child])) return country;
    }
    if (!/^(compound|nmod|flat|appos)$/.test(tree.relation[token])) break;
  }
  return undefined;
}

function countryOfReferent({ cast }: Ground, mention: TokenMention | undefined): string | undefined {
  const [only, ...more] = mention?.refersTo ?? [];
  return only && more.length === 0 ? (cast.byId.get(only)?.actor?.country ?? undefined) : undefined;
}

const overlaps = (one: Span, other: Span): boolean => one[0] < other[1] && other[0] < one[1];

/** The pieces of equipment named in the evidence, with their number and user. */
export function equipmentOf(
  ground: Ground,
  from: Circumstances,
  evidence: Span,
  countries: ReadonlySet<string>,
): Report["equipment"] {
  const found = from.equipment.filter(({ span }) => overlaps(span, evidence));
  if (found.length === 0) return undefined;
  return found.map((mention) => {
    const count = countOf(ground.tree, mention);
    const user = userOf(ground, mention, countries);
    const name = mention.name ?? ground.sight.document.text.slice(...mention.span);
    return { mention: mention.id, name, ...(count !== undefined && { count }), ...(user && { user }) };
  });
}
