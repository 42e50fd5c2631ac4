import { type QueryClient, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type {
  GroupingResult,
  MergeAct,
  QueueQuery,
  ReviewAct,
  ReviewAgreement,
  ReviewQueue,
  ReviewResult,
  SplitAct,
  UndoAct,
} from "../../src/schema/index.ts";
import { asked, get, send } from "./client.ts";

const queuePath = ({ limit, ...query }: QueueQuery): string =>
  `/reviews/queue${asked({ ...query, ...(limit !== undefined && { limit: String(limit) }) })}`;

export const reviewQueries = {
  queue: (query: QueueQuery) =>
    queryOptions({
      queryKey: ["reviews", "queue", query],
      queryFn: ({ signal }) => get<ReviewQueue>(queuePath(query), signal),
      staleTime: Number.POSITIVE_INFINITY,
    }),
  agreement: () =>
    queryOptions({
      queryKey: ["reviews", "agreement"],
      queryFn: ({ signal }) => get<ReviewAgreement>("/reviews/agreement", signal),
    }),
};

/** What people said changes every view but the queue at hand, which goes on where it is. */
const refresh = (client: QueryClient): Promise<void> =>
  client.invalidateQueries({
    predicate: ({ queryKey }) => queryKey[0] !== "health" && queryKey[0] !== "states" && queryKey[1] !== "queue",
  });

function useAct<A, R>(path: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: A) => send<R>(path, "POST", act),
    onSuccess: () => void refresh(client),
  });
}

export const useReview = () => useAct<ReviewAct, ReviewResult>("/reviews");
export const useUndo = () => useAct<UndoAct, ReviewResult | GroupingResult>("/reviews/undo");
export const useSplit = () => useAct<SplitAct, GroupingResult>("/reviews/split");
export const useMerge = () => useAct<MergeAct, GroupingResult>("/reviews/merge");
