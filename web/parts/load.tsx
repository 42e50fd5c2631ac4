import type { UseQueryResult } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { ApiError } from "../api/client.ts";
import { useServiceLost } from "../api/service.ts";
import { Remedy } from "./remedy.tsx";

interface LoadProps<T> {
  readonly query: Pick<UseQueryResult<T>, "data" | "error"> & { readonly refetch: () => unknown };
  readonly children: (data: T) => ReactNode;
}

/** Shows what a query brings: its wait, its failure, or its data. */
export function Load<T>({ query, children }: LoadProps<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return <Waiting />;
}

export function Waiting({ what = "Loading" }: { what?: string }) {
  const lost = useServiceLost();
  return (
    <div className="waiting" role="status">
      <span>{lost ? "Waiting for the service" : what} …</span>
      <div className="bars" aria-hidden="true">
        <i />
        <i />
        <i />
        <i />
      </div>
    </div>
  );
}

/** A failure in the catalogue's words: what is the case, and what to do about it. */
export function Failed({ error, onRetry }: { error: Error; onRetry?: () => void }) {
  const known = error instanceof ApiError;
  const missing = known && error.status === 404;
  return (
    <section className="failed" role="alert">
      <h1>{missing ? "Not in the ledger" : "This did not work"}</h1>
      <p>{error.message}</p>
      {known && (
        <p>
          <Remedy of={error} />
        </p>
      )}
      <p className="actions">
        {onRetry && !missing && (
          <button type="button" onClick={onRetry}>
            Try again
          </button>
        )}
        <Link to="/" className="button">
          To the overview
        </Link>
      </p>
    </section>
  );
}

/** Why there is nothing to see, and what would change that. */
export function Empty({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="empty">
      <h3>{title}</h3>
      <div className="muted">{children}</div>
    </div>
  );
}
