import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import type { Brief, BriefEdits, EditedBrief, EditsQuery } from "../../../src/schema/index.ts";
import { briefQueries, briefs } from "../../api/briefs.ts";

/** Makes other edits of those that are kept; undefined where there is nothing to change. */
export type Change = (edits: BriefEdits, brief: Brief) => BriefEdits | undefined;

export interface Editing {
  readonly change: (change: Change) => void;
  /** Changes that are not kept yet. */
  readonly pending: number;
  readonly error: Error | undefined;
  /** Opens what is kept now, and forgets the failure. */
  readonly reload: () => void;
}

/** Keeps changes one after the other, each over what the one before it made. */
export function useEdits(query: EditsQuery): Editing {
  const client = useQueryClient();
  const [pending, setPending] = useState(0);
  const [error, setError] = useState<Error>();
  const queue = useRef<Promise<void>>(Promise.resolve());
  const { queryKey } = briefQueries.open(query);
  const key = JSON.stringify(queryKey);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the query, which is new at every look
  const change = useCallback(
    (act: Change) => {
      const keep = async (): Promise<void> => {
        const opened = client.getQueryData<EditedBrief>(queryKey);
        const edits = opened && act(opened.edits, opened.brief);
        if (!opened || !edits) return;
        client.setQueryData(queryKey, await briefs.save(query, edits, opened.revision));
        setError(undefined);
      };
      setPending((count) => count + 1);
      queue.current = queue.current
        .then(keep)
        .catch((thrown: unknown) => setError(thrown instanceof Error ? thrown : new Error(String(thrown))))
        .finally(() => setPending((count) => count - 1));
    },
    [client, key],
  );
  const reload = () => {
    setError(undefined);
    void client.invalidateQueries({ queryKey });
  };
  return { change, pending, error, reload };
}
