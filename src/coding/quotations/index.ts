/** Who is quoted with which words, and the chain by which a document knows. */
import type { Knowledge } from "../../knowledge/index.ts";
import type { Quotation } from "../../schema/index.ts";
import type { Sight, TokenMention } from "../types.ts";
import { pageOf } from "./page.ts";
import { indexMentions, isQuotation, isRelay, quotationFrom } from "./quotation.ts";
import { sayingsOf } from "./sayings.ts";

export { attributionOf } from "./attribution.ts";
export { pageOf } from "./page.ts";
export type { Saying } from "./saying.ts";
export { sayingsOf } from "./sayings.ts";

/** What this stage reads of a sight. */
export type QuotationSight = Pick<Sight, "analysis"> & { readonly knowledge: Pick<Knowledge, "cues" | "outletOf"> };

type Bare = Omit<Quotation, "id" | "inside">;

const holds = (outer: Bare, inner: Bare): boolean =>
  outer !== inner &&
  outer.content.some(
    ([start, end]) =>
      inner.content.every((span) => start <= span[0] && span[1] <= end) && start <= inner.cue[0] && inner.cue[1] <= end,
  );

const length = ({ content }: Bare): number => content.reduce((sum, [start, end]) => sum + end - start, 0);

const endOf = ({ content }: Bare): number => content.at(-1)![1];

/**
 * For each quotation the smallest one that holds its cue and content, as an index; -1 for none.
 * One sweep in the order of the text: only what has not ended yet can hold what comes.
 */
function parentsOf(sorted: readonly Bare[]): number[] {
  let open: number[] = [];
  return sorted.map((bare, index) => {
    open = open.filter((other) => endOf(sorted[other]) > bare.content[0][0]);
    let parent = -1;
    for (const other of open)
      if (holds(sorted[other], bare) && (parent < 0 || length(sorted[other]) < length(sorted[parent]))) parent = other;
    open.push(index);
    return parent;
  });
}

/** Ids anchored in the text: `q<start>-<end>` of the first span of content, `.2` where two share it. */
function idsOf(bare: readonly Bare[]): string[] {
  const seen = new Map<string, number>();
  return bare.map(({ content: [[start, end]] }) => {
    const id = `q${start}-${end}`;
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return count === 1 ? id : `${id}.${count}`;
  });
}

const byPlace = (a: Bare, b: Bare): number =>
  a.content[0][0] - b.content[0][0] || b.content[0][1] - a.content[0][1] || a.cue[0] - b.cue[0];

/**
 * The quotations of a text in the order of their content; offsets are UTF-16.
 * Only somebody's words are quotations: beliefs, wishes and judgements are left to `sayingsOf`.
 */
export function quotationsOf(sight: QuotationSight, mentions: readonly TokenMention[]): Quotation[] {
  const { analysis, knowledge } = sight;
  const page = pageOf(analysis, knowledge.cues);
  const speakers = indexMentions(mentions);
  const bare = sayingsOf(page)
    .filter((saying, _, all) => isQuotation(page, saying) && !isRelay(page, saying, all))
    .map((saying) => quotationFrom(page, speakers, knowledge.outletOf, saying))
    .sort(byPlace);
  const ids = idsOf(bare);
  const parents = parentsOf(bare);
  return bare.map((quotation, index) => ({
    id: ids[index],
    ...quotation,
    inside: parents[index] < 0 ? null : ids[parents[index]],
  }));
}
