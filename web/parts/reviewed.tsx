import type { Grouping, ReportReview, Review, ReviewState } from "../../src/schema/index.ts";
import { listed } from "./words.ts";

const STATE_WORDS: Readonly<Record<ReviewState, string>> = {
  machine: "not reviewed",
  reviewed: "reviewed",
  confirmed: "confirmed",
  disputed: "disputed",
};

/** How far people stand behind something; nothing where nobody said anything. */
export function ReviewTag({ state, rejected = false }: { state: ReviewState | undefined; rejected?: boolean }) {
  if (state === undefined || state === "machine") return null;
  const signs = { reviewed: "✓", confirmed: "✓✓", disputed: "≠" } as const;
  return (
    <span className={`review-tag ${state}`}>
      <span aria-hidden="true">{rejected ? "✕" : signs[state]}</span> {rejected && "rejected, "}
      {STATE_WORDS[state]}
    </span>
  );
}

const VERBS = {
  accept: "accepted it",
  reject: "rejected it",
  comment: "commented",
  add: "added it",
  correct: "corrected",
} as const;

const FIELD_WORDS: Readonly<Record<string, string>> = { directedAgainst: "target", mode: "manner" };

const INSTANT = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });

/** `22 Nov 2026, 14:05`, in the reader's own time. */
export const instantWords = (at: string): string => INSTANT.format(new Date(at));

/** What a review did, in words: `corrected type and date`. */
export const deedOf = ({ kind, changed }: Pick<Review, "kind" | "changed">): string =>
  kind === "correct" ? `corrected ${listed((changed ?? []).map((field) => FIELD_WORDS[field] ?? field))}` : VERBS[kind];

interface Signed {
  readonly reviewer: string;
  readonly at: string;
}

function Who({ reviewer, at }: Signed) {
  return (
    <>
      <strong>{reviewer}</strong> <time dateTime={at}>{instantWords(at)}</time>
    </>
  );
}

function HistoryLine({ deed, record, onUndo }: { deed: string; record: Review | Grouping; onUndo?: () => void }) {
  const { undone, note } = record;
  return (
    <li className={undone ? "taken-back" : undefined}>
      <Who {...record} /> {deed}
      {"blind" in record && record.blind && <span className="muted">, unseen by the others</span>}
      {note && <q>{note}</q>}
      {undone && (
        <span className="muted">
          {" "}
          · taken back by <Who {...undone} />
        </span>
      )}
      {!undone && onUndo && (
        <button type="button" className="plain" onClick={onUndo}>
          Take back
        </button>
      )}
    </li>
  );
}

/** All that was said of a report, the oldest first. */
export function ReviewHistory({ review, onUndo }: { review: ReportReview; onUndo?: (id: string) => void }) {
  return (
    <ol className="review-history" aria-label="What was said">
      {review.history.map((one) => (
        <HistoryLine key={one.id} record={one} deed={deedOf(one)} {...(onUndo && { onUndo: () => onUndo(one.id) })} />
      ))}
    </ol>
  );
}

/** The splits and merges an incident comes from. */
export function GroupingHistory(props: { groupings: readonly Grouping[]; onUndo?: (id: string) => void }) {
  const { groupings, onUndo } = props;
  return (
    <ol className="review-history" aria-label="Splits and merges">
      {groupings.map((one) => (
        <HistoryLine
          key={one.id}
          record={one}
          deed={
            one.kind === "merge"
              ? "put these reports together"
              : `parted ${one.groups[1]?.length ?? 0} of ${one.groups.flat().length} reports from the rest`
          }
          {...(onUndo && { onUndo: () => onUndo(one.id) })}
        />
      ))}
    </ol>
  );
}
