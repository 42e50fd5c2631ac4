import { useCallback, useMemo, useState } from "react";
import type { Coding, QueueItem, Review } from "../../../src/schema/index.ts";

export const keyOf = ({ source, report }: QueueItem): string => `${source.document} ${report.id}`;

/** The coding that is judged: what counts now; read blind, the coder's own. */
export const judgedCoding = ({ report, domain, review }: QueueItem, blind: boolean): Coding =>
  (blind ? review?.machine : undefined) ?? { report, domain };

/** What was done to an item on this visit. */
export interface Done {
  readonly key: string;
  readonly review: Review;
}

/** Where a reviewer is in the queue at hand, and what they did on the way. */
export function useCourse(items: readonly QueueItem[]) {
  const [at, setAt] = useState(0);
  const [done, setDone] = useState<readonly Done[]>([]);
  const judged = useMemo(
    () => new Set(done.filter(({ review }) => review.kind !== "comment").map(({ key }) => key)),
    [done],
  );
  const place = Math.min(at, Math.max(0, items.length - 1));
  const step = useCallback(
    (by: number) => setAt(Math.max(0, Math.min(items.length - 1, place + by))),
    [items.length, place],
  );
  const note = useCallback(
    (item: QueueItem, review: Review) => {
      setDone((before) => [...before, { key: keyOf(item), review }]);
      if (review.kind === "comment") return;
      const open = items.findIndex((one, index) => index > place && !judged.has(keyOf(one)) && one !== item);
      const first = items.findIndex((one) => !judged.has(keyOf(one)) && one !== item);
      setAt(open >= 0 ? open : first >= 0 ? first : items.length - 1);
    },
    [items, judged, place],
  );
  const takeBack = useCallback(
    ({ key, review }: Done) => {
      setDone((before) => before.filter((one) => one.review.id !== review.id));
      setAt(
        Math.max(
          0,
          items.findIndex((one) => keyOf(one) === key),
        ),
      );
    },
    [items],
  );
  const restart = useCallback(() => {
    setAt(0);
    setDone([]);
  }, []);
  return { at: place, item: items[place] as QueueItem | undefined, done, judged, step, setAt, note, takeBack, restart };
}
