import type { Participant } from "../../src/schema/index.ts";
import type { Drawn } from "./sample.ts";

const CONTEXT = 220;
const flat = (text: string): string => text.replace(/\s+/g, " ");

/** The evidence in ⟦ ⟧ with what stands around it. */
function passage({ document: { text }, report: { evidence } }: Drawn): string {
  const [start, end] = evidence[0];
  const before = text.slice(Math.max(0, start - CONTEXT), start);
  return flat(`…${before}⟦${text.slice(start, end)}⟧${text.slice(end, end + 80)}…`);
}

const party =
  (text: string) =>
  ({ country, sector, span }: Participant): string =>
    `${country ?? "?"}.${sector} "${flat(text.slice(...span))}"`;

const dateOf = ({ report: { date } }: Drawn): string => {
  if (!date) return "no date";
  return date.from === date.to ? date.from : `${date.from}–${date.to}`;
};

/** One drawn report as a person reads it. */
export function drawnLines(one: Drawn, number: number): string[] {
  const { document, report } = one;
  const names = (parties: readonly Participant[]): string => parties.map(party(document.text)).join(", ") || "-";
  const type = report.mode ? `${report.type}/${report.mode}` : report.type;
  return [
    `${number}. ${document.id} (${document.published ?? "undated"}) ${report.evidence[0].join("-")}`,
    `   ${type} ${report.status} {${report.rule}} ${dateOf(one)}`,
    `   ${names(report.actors)}  ->  ${names(report.recipients)}`,
    `   ${passage(one)}`,
  ];
}
