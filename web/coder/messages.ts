import type { Explanation } from "../../src/coding/index.ts";
import type { Document } from "../../src/schema/index.ts";

/** A text for the coder in the page. */
export interface Question {
  readonly id: number;
  readonly text: string;
  readonly published?: string;
}

/** What the coder in the page is made of, told once it is loaded. */
export interface Ready {
  readonly states: readonly { code: string; name: string }[];
  readonly milliseconds: number;
}

export interface Answer {
  readonly document: Document;
  readonly explanation: Explanation;
  /** Time of the reading alone. */
  readonly milliseconds: number;
}

export type Message =
  | { readonly kind: "ready"; readonly ready: Ready }
  | { readonly kind: "answer"; readonly id: number; readonly answer: Answer }
  | { readonly kind: "failed"; readonly id?: number; readonly reason: string };
