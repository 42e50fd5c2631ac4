import type { Candidate } from "./candidate.ts";

/** How sure a row of this kind is before anything else is known; from the share of right ones when read by eye. */
function byRow({ row }: Candidate): number {
  const { objects, particle, prepositions, kind } = row.trigger;
  if (objects) return 0.9;
  if (particle || prepositions) return 0.85;
  return kind === "noun" ? 0.75 : 0.8;
}

const isBare = ({ row, chain }: Candidate): boolean =>
  row.trigger.kind === "noun" && !chain.links.some((link) => link.row !== undefined);

/**
 * The rule's margin as a share of 1: its row, less for borrowed participants, for pronouns, for a noun without a verb
 * that carries it, and for each operator.
 */
export function confidenceOf(candidate: Candidate): number {
  const { actors, recipients, loose, chain } = candidate;
  const everybody = [...actors, ...recipients];
  const indirect = everybody.some((party) => party.here !== party.mention);
  const places = everybody.some((party) => party.place);
  const operators = chain.links.filter((link) => link.row !== undefined).length;
  let confidence = byRow(candidate);
  if (loose) confidence *= 0.8;
  if (indirect) confidence *= 0.9;
  if (places) confidence *= 0.9;
  if (isBare(candidate)) confidence *= 0.85;
  confidence *= 0.97 ** Math.max(0, operators - 1);
  return Math.round(confidence * 1000) / 1000;
}
