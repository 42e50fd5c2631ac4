import type { Document, EntenteError, Refusal } from "../schema/index.ts";

/** What the giver of a text knows of it; anything given here overrides what the text says of itself. */
export interface Facts {
  readonly url?: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly author?: string;
  /** ISO 8601, a day or an instant. */
  readonly published?: string;
  /** BCP 47. */
  readonly language?: string;
}

/** A document with the bytes it was taken from. */
export interface Taken {
  readonly document: Document;
  readonly original: Uint8Array;
  /** The file, line or address it came from. */
  readonly input?: string;
}

/** One thing that came out of a source: a document, or why there is none. */
export type Intake = Taken | { readonly refused: Refusal };

export interface TakeInOptions {
  /** Stops before the next document. */
  readonly signal?: AbortSignal;
  /** Called once when the number of files is known, and that of their bytes (paths and files only). */
  readonly onTotal?: (files: number, bytes: number) => void;
  /** Called with the number of bytes gone through since the last call (paths and files only). */
  readonly onBytes?: (bytes: number) => void;
  /** How long an address may take to answer in full, in seconds; 20 by default. */
  readonly timeoutSeconds?: number;
}

/** Inside the intake a refusal keeps its error, so that a single read can throw it. */
export interface Failure {
  readonly input: string;
  readonly error: EntenteError;
}

export type Outcome = Taken | Failure;

export const isFailure = (outcome: Outcome): outcome is Failure => "error" in outcome;
