import type { TokenMention } from "../../types.ts";
import { childrenOf, type Tree } from "../tree.ts";

/** The tree and who is named where: what these questions are asked of. */
interface Named {
  readonly tree: Tree;
  readonly byHead: ReadonlyMap<number, TokenMention>;
}

/** Whoever is somebody's relative, friend or foe is not he: "Hollande's son", "Syria's neighbours". */
export const OTHERS = new Set(
  "son daughter wife husband brother sister father mother parent widow family relative cousin nephew uncle friend neighbour neighbor enemy foe rival adversary critic opponent victim sympathiser sympathizer backer sponsor patron proxy mercenary arch-rival archrival arch-foe archfoe arch-enemy archenemy nemesis".split(
    " ",
  ),
);

const KIN = new Set(["family", "mother", "father", "parent", "widow", "victim"]);

/** "Ukrainian families" are Ukrainians; "Hollande's family" is not he. */
export function isPeople(cast: Named, token: number): boolean {
  if (!KIN.has(cast.tree.lemma[token]) || !cast.byHead.has(token)) return false;
  for (const child of childrenOf(cast.tree, token))
    if (cast.tree.analysis.relation[child] === "nmod:poss") return false;
  return true;
}

/** "US allies", "Russia's ally" are others than those states; "NATO allies" are its members, "its Markish ally" is Mark. */
export function isForeignAlly(cast: Named, token: number): boolean {
  const mention = cast.byHead.get(token);
  if (cast.tree.lemma[token] !== "ally" || mention?.refersTo || mention?.actor?.sector === "IGO") return false;
  const { relation, upos, text, start } = cast.tree.analysis;
  const children = [...childrenOf(cast.tree, token)];
  const isNational = (child: number): boolean =>
    relation[child] === "amod" && /\p{Lu}/u.test(text[start[child]]) && !REGIONAL.has(cast.tree.lemma[child]);
  if (children.some(isNational)) return false;
  return children.some((child) => POSSESSORS.has(relation[child]) && upos[child] !== "ADJ");
}
const POSSESSORS = new Set(["nmod:poss", "compound"]);
const REGIONAL = new Set(["western", "european", "arab", "asian", "african", "eastern", "gulf"]);

const SIDED =
  /^[-\u2010-\u2013](backed|supported|funded|sponsored|aligned|affiliated|linked|trained|controlled|held|occupied|friendly|inspired|allied|brokered|mediated|speaking|facing|armed|supplied|run|based|born|blessed|educated|registered|flagged|style|made|language|occupied)\b/i;

/** "Russian-sponsored talks", "Iran-backed rebels": whoever is behind a thing is not whose it is. */
export function isBehind(cast: Named, token: number): boolean {
  const mention = cast.byHead.get(token);
  return mention !== undefined && SIDED.test(cast.tree.analysis.text.slice(mention.span[1], mention.span[1] + 14));
}
