/** Why a measure has no value. */
export type NoValueReason =
  | "no items"
  | "no variation"
  | "no exposure"
  | "too few periods"
  | "too few incidents"
  | "too few source families"
  | "too few sides"
  | "too few pairs"
  | "interval too wide"
  | "does not converge";

/** A number, or the reason why there is none. Missing is never 0. */
export type Value =
  | { readonly value: number; readonly reason?: undefined }
  | { readonly value: undefined; readonly reason: NoValueReason };

export const measured = (value: number): Value => ({ value });
export const noValue = (reason: NoValueReason): Value => ({ value: undefined, reason });

/** Numerator by denominator; no value where the denominator is 0. */
export const ratio = (numerator: number, denominator: number, reason: NoValueReason = "no variation"): Value =>
  denominator === 0 ? noValue(reason) : measured(numerator / denominator);
