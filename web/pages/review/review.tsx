import { useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useRef } from "react";
import type { QueuePart, ReviewQueue } from "../../../src/schema/index.ts";
import { reviewQueries } from "../../api/reviews.ts";
import { Empty, Load } from "../../parts/load.tsx";
import { ReviewerName, useReviewer } from "../../parts/reviewer.tsx";
import { Agreement } from "./agreement.tsx";
import { Desk } from "./desk.tsx";
import { DyadFilter, PartTabs } from "./filters.tsx";
import { Progress } from "./progress.tsx";

const route = getRouteApi("/review");

/** `/review?a&b&part`: reports one after the other, to accept, correct or reject by one key each. */
export function ReviewPage() {
  const { a, b, part = "open" } = route.useSearch();
  const reviewer = useReviewer();
  const name = useRef<HTMLInputElement>(null);
  const client = useQueryClient();
  const asked = { part, ...(a && b && { a, b }), ...(part === "second" && { reviewer }) };
  const query = useQuery(reviewQueries.queue(asked));
  return (
    <div className="review-page">
      <title>Review · Entente</title>
      <header className="head">
        <h1>Review what was coded</h1>
        <p className="lead">
          The least certain and most consequential first. What you say is a record of its own: the document and the
          coder's reading stay as they are.
        </p>
        <div className="review-bar">
          <DyadFilter />
          <ReviewerName field={name} />
        </div>
        <PartTabs part={part} progress={query.data?.progress} />
      </header>
      <Load query={query}>
        {(queue) => (
          <>
            <Queue
              key={`${a} ${b} ${part} ${query.dataUpdatedAt}`}
              queue={queue}
              part={part}
              onName={() => name.current?.focus()}
              onMore={() => void client.invalidateQueries({ queryKey: ["reviews", "queue"] })}
            />
            <Progress progress={queue.progress} formula={queue.formula} />
          </>
        )}
      </Load>
      <Agreement />
    </div>
  );
}

const NOTHING: Readonly<Record<QueuePart, readonly [title: string, words: string]>> = {
  open: [
    "Nothing waits for review",
    "Every report of an incident between states was judged, or none is in the ledger yet.",
  ],
  second: ["Nothing waits for a second reader", "What others have judged once, and you have not, will be listed here."],
  disputed: ["Nothing is disputed", "Reports on which two reviewers disagree will be listed here."],
  orphaned: [
    "Nothing is orphaned",
    "Where a newer coder reads reviewed words otherwise, so that a review has lost its report, it will be listed here.",
  ],
  done: ["Nothing was reviewed yet", "What was judged will be listed here, the newest first."],
};

interface QueueProps {
  readonly queue: ReviewQueue;
  readonly part: QueuePart;
  readonly onName: () => void;
  readonly onMore: () => void;
}

function Queue({ queue, part, onName, onMore }: QueueProps) {
  if (queue.items.length > 0) return <Desk items={queue.items} part={part} onName={onName} onMore={onMore} />;
  const [title, words] = NOTHING[part];
  return <Empty title={title}>{words}</Empty>;
}
