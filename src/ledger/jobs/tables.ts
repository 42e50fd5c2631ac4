/**
 * The tables of the intake. They follow from nothing else in the ledger: a rebuild carries them over. A job and a
 * subscription stand whole as JSON, in the shapes of `schema/`; what is asked for by rows has columns.
 */
export const JOB_TABLES = {
  jobs: [
    ["id", "VARCHAR"],
    ["begun", "VARCHAR"],
    ["state", "VARCHAR"],
    ["json", "VARCHAR"],
  ],
  job_sources: [
    ["job", "VARCHAR"],
    ["json", "VARCHAR"],
  ],
  job_refusals: [
    ["job", "VARCHAR"],
    ["seq", "INTEGER"],
    ["input", "VARCHAR"],
    ["code", "VARCHAR"],
    ["message", "VARCHAR"],
    ["remedy", "VARCHAR"],
  ],
  subscriptions: [
    ["id", "VARCHAR"],
    ["json", "VARCHAR"],
  ],
  subscription_items: [
    ["subscription", "VARCHAR"],
    ["item", "VARCHAR"],
    ["stamp", "VARCHAR"],
    ["tries", "INTEGER"],
    ["taken", "BOOLEAN"],
  ],
} as const satisfies Readonly<Record<string, readonly (readonly [column: string, type: string])[]>>;
