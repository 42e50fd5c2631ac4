import { CATALOGUE } from "./catalogue.ts";

export type ErrorCode = keyof typeof CATALOGUE;

/** An error as it travels: over the API, in NDJSON, in a job's log. */
export interface ErrorRecord {
  readonly code: ErrorCode;
  readonly message: string;
  readonly remedy: string;
}

const fill = (template: string, values: Readonly<Record<string, string | number>>): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : whole));

/** An entry of the catalogue with its values filled in. `message` is the fact and the cause. */
export class EntenteError extends Error {
  readonly code: ErrorCode;
  readonly remedy: string;
  readonly exit: number;

  constructor(code: ErrorCode, values: Readonly<Record<string, string | number>> = {}, options?: ErrorOptions) {
    const entry = CATALOGUE[code];
    super(`${fill(entry.fact, values)} ${fill(entry.cause, values)}`, options);
    this.name = "EntenteError";
    this.code = code;
    this.remedy = fill(entry.remedy, values);
    this.exit = entry.exit;
  }

  /** An error as another process put it into words; a code this version doesn't know becomes `internal`. */
  static fromRecord({ code, message, remedy }: Readonly<Record<keyof ErrorRecord, string>>): EntenteError {
    if (!Object.hasOwn(CATALOGUE, code)) return new EntenteError("internal", { detail: `${code}: ${message}` });
    const error = new EntenteError(code as ErrorCode);
    error.message = message;
    return Object.assign(error, { remedy });
  }

  toRecord(): ErrorRecord {
    return { code: this.code, message: this.message, remedy: this.remedy };
  }
}

/** Any thrown thing as an entry of the catalogue; what is not from it becomes `internal`. */
export function asEntenteError(thrown: unknown): EntenteError {
  if (thrown instanceof EntenteError) return thrown;
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  return new EntenteError("internal", { detail }, { cause: thrown });
}
