import { codingOf, judgementsOf } from "../../ledger/index.ts";
import { agreementShare, cohenKappa, tableOfCounts } from "../../measures/index.ts";
import { codedAs, type FieldAgreement, type Review, type ReviewAgreement } from "../../schema/index.ts";

/** Below so many reports that both judged, a kappa says nothing. */
const LEAST = 10;

/** What a judgement says of one field; a rejected report says of all that it is none. */
const SAYS: Readonly<Record<FieldAgreement["field"], (review: Review) => string>> = {
  judgement: () => "stands",
  type: (review) => codedAs(codingOf(review)).type,
  status: (review) => codedAs(codingOf(review)).status,
  actors: (review) => codedAs(codingOf(review)).actors.join(" "),
  recipients: (review) => codedAs(codingOf(review)).recipients.join(" "),
};
const FIELDS = Object.keys(SAYS) as FieldAgreement["field"][];

type Both = readonly [first: Review, second: Review];

function agreementOn(field: FieldAgreement["field"], items: readonly Both[]): FieldAgreement {
  const says = (review: Review): string => (review.kind === "reject" ? "rejected" : SAYS[field](review));
  const pairs = items.map(([one, other]) => [says(one), says(other)] as const);
  const levels = [...new Set(pairs.flat())].sort();
  const counts = new Float64Array(levels.length ** 2);
  for (const [one, other] of pairs) counts[levels.indexOf(one) * levels.length + levels.indexOf(other)] += 1;
  const table = tableOfCounts(
    levels.map((_, at) => at),
    counts,
  );
  const n = items.length;
  const share = agreementShare(table).value;
  const known = { field, n, ...(share !== undefined && { share }) };
  if (n < LEAST) return { ...known, reason: `too few, below ${LEAST}` };
  const kappa = cohenKappa(table, "nominal");
  return kappa.value === undefined ? { ...known, reason: kappa.reason } : { ...known, kappa: kappa.value };
}

/** The reports that two people judged, by the names of the two in the order of the alphabet. */
function sharedBy(reviews: readonly Review[]): Map<string, Both[]> {
  const shared = new Map<string, Both[]>();
  for (const history of Map.groupBy(reviews, ({ document, report }) => `${document} ${report}`).values()) {
    const judgements = judgementsOf(history).toSorted((one, other) => (one.reviewer < other.reviewer ? -1 : 1));
    for (const [at, one] of judgements.entries())
      for (const other of judgements.slice(at + 1)) {
        const key = JSON.stringify([one.reviewer, other.reviewer]);
        shared.set(key, [...(shared.get(key) ?? []), [one, other]]);
      }
  }
  return shared;
}

const isBlind = (both: Both): boolean => both.toSorted((one, other) => (one.at < other.at ? -1 : 1))[1].blind === true;

/** How far each two reviewers agree: share, and Cohen's kappa over the values that they gave, unordered. */
export function agreementOf(reviews: readonly Review[]): ReviewAgreement {
  const pairs = [...sharedBy(reviews)].map(([key, items]) => ({
    reviewers: JSON.parse(key) as [string, string],
    n: items.length,
    blind: items.filter(isBlind).length,
    fields: FIELDS.map((field) => agreementOn(field, items)),
  }));
  if (pairs.length === 0) return { pairs, reason: "no report was judged by two reviewers" };
  return { pairs: pairs.sort((one, other) => other.n - one.n) };
}
