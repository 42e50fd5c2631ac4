import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { watchQueries } from "../../api/watch.ts";

/** Does something with the watch, shows its failure, and fetches anew what it may have changed. */
export type Run = <T>(act: () => Promise<T>) => Promise<T | undefined>;

export function useRun(): { run: Run; error: Error | undefined; busy: boolean } {
  const client = useQueryClient();
  const [error, setError] = useState<Error>();
  const [busy, setBusy] = useState(false);
  const run: Run = async (act) => {
    setBusy(true);
    setError(undefined);
    try {
      return await act();
    } catch (thrown) {
      setError(thrown instanceof Error ? thrown : new Error(String(thrown)));
      return undefined;
    } finally {
      setBusy(false);
      await client.invalidateQueries({ queryKey: watchQueries.settings().queryKey });
    }
  };
  return { run, error, busy };
}
