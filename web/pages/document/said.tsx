import type { DocumentView, ReportReview } from "../../../src/schema/index.ts";
import { useUndo } from "../../api/reviews.ts";
import { Coding } from "../../parts/coding.tsx";
import { ReviewHistory, ReviewTag } from "../../parts/reviewed.tsx";
import { useReviewer } from "../../parts/reviewer.tsx";
import { EvidenceLink } from "../../parts/source.tsx";

/** What people said of a document's reports; those they rejected, and those a newer coder lost, too. */
export function Said({ view, reviews }: { view: DocumentView; reviews: readonly ReportReview[] }) {
  const undo = useUndo();
  const reviewer = useReviewer();
  const takeBack = reviewer === "" ? undefined : (id: string) => undo.mutate({ id, reviewer });
  return (
    <section className="said-section">
      <h2>What people said of it</h2>
      <ol>
        {reviews.map((review) => (
          <li key={review.report}>
            <One view={view} review={review} {...(takeBack && { onUndo: takeBack })} />
          </li>
        ))}
      </ol>
    </section>
  );
}

interface OneProps {
  readonly view: DocumentView;
  readonly review: ReportReview;
  readonly onUndo?: (id: string) => void;
}

function One({ view: { document, source, reading }, review, onUndo }: OneProps) {
  const last = review.history[review.history.length - 1];
  const current = reading?.reports.find(({ id }) => id === review.report);
  const domain = last.coding?.domain ?? review.machine?.domain ?? last.saw.domain;
  const { report } = current ? { report: current } : (review.machine ?? last.saw);
  return (
    <article className="said-one">
      <p>
        <EvidenceLink source={source} spans={report.evidence} className="words">
          {report.evidence.map((span) => document.text.slice(...span)).join(" … ")}
        </EvidenceLink>
      </p>
      <p>
        <ReviewTag state={review.state} rejected={review.verdict === "rejected"} />{" "}
        {review.orphaned && <span className="muted">The coder, as it is now, has no such report.</span>}
      </p>
      <ReviewHistory review={review} {...(onUndo && { onUndo })} />
      <Coding coding={{ report, domain }} machine={current ? review.machine : undefined} />
    </article>
  );
}
