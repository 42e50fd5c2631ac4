import { quotationsOf } from "../../../src/coding/quotations/index.ts";
import { buildCues } from "../../../src/knowledge/cues.ts";
import type { Analysis, Quotation } from "../../../src/schema/index.ts";

/** A few cues, so that editing the tables breaks no test here. */
const ROWS = [
  "say\tverb\tsay\tquote that",
  "tell\tverb\tsay\tquote that obj to",
  "add\tverb\tsay\tquote that",
  "state\tverb\tsay\tquote that obj",
  "note\tverb\tsay\tquote that obj",
  "report\tverb\tsay\tquote that obj",
  "quote\tverb\tsay\tquote obj",
  "call\tverb\tjudge\tobj quote for",
  "believe\tverb\tthink\tthat",
  "show\tverb\tshow\tthat obj",
  "claim\tnoun\tsay\tthat of",
  "according to\tphrase\tsay\trest",
];

/** An invented outlet. */
export const outletOf = (name: string) =>
  /^(The )?Gondor Gazette$/.test(name)
    ? { id: "gazette", name: "Gondor Gazette", names: [], country: "GND", ownership: "private" as const }
    : undefined;

export const knowledge = {
  cues: buildCues({ "cues.tsv": ["cue\tpos\tclass\tcontent", ...ROWS].join("\n") }),
  outletOf,
};

/** Speaker | cue | content (kind). */
export function describeQuotation(text: string, { speaker, cue, content, kind, via }: Quotation): string {
  const words = content.map((span) => text.slice(...span)).join(" + ");
  const through = via ? ` via ${via.map(({ name }) => name).join(", ")}` : "";
  return `${speaker.name ?? "?"}${through} | ${text.slice(...cue)} | ${words} (${kind})`;
}

/** The quotations of a hand-written tree, a line each. */
export const told = (analysis: Analysis): string[] =>
  quotationsOf({ analysis, knowledge }, []).map((quotation) => describeQuotation(analysis.text, quotation));
