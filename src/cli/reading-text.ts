import type { Document, Participant, Quotation, Reading, Report, Span } from "../schema/index.ts";

const WIDTH = 96;

/** Folds a text at spaces so that no line is wider than the terminal of an old hand. */
function folded(text: string, indent: string): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (line.length + word.length + 1 > WIDTH - indent.length && line) {
      lines.push(indent + line);
      line = "";
    }
    line = line ? `${line} ${word}` : word;
  }
  return [...lines, indent + line].join("\n");
}

const words = (document: Document, spans: readonly Span[]): string =>
  spans.map(([start, end]) => document.text.slice(start, end)).join(" … ");

const names = (participants: readonly Participant[]): string =>
  [
    ...new Set(participants.map(({ country, sector }) => `${country ?? "?"}${sector === "GOV" ? "" : `/${sector}`}`)),
  ].join(", ");

function who({ actors, recipients, directedAgainst }: Report): string {
  const against = directedAgainst.length > 0 ? ` against ${names(directedAgainst)}` : "";
  return `${names(actors)}${recipients.length > 0 ? ` → ${names(recipients)}` : ""}${against}`;
}

function dateOf({ date }: Report): string {
  if (!date) return "no date";
  return date.from === date.to ? date.from : `${date.from}…${date.to}`;
}

/** "killed 12 (at least), wounded 30", or nothing. */
function harm({ casualties }: Report): string[] {
  if (!casualties) return [];
  const { killed, wounded, atLeast } = casualties;
  const counts = [killed !== undefined && `killed ${killed}`, wounded !== undefined && `wounded ${wounded}`];
  return [`${counts.filter(Boolean).join(", ")}${atLeast ? " (at least)" : ""}`];
}

function reportText(document: Document, report: Report): string {
  const kind = report.mode ? `${report.type}/${report.mode}` : report.type;
  const where = [dateOf(report), report.place?.name, report.status];
  const facts = [kind, who(report), ...where, ...harm(report), ...report.contexts].filter(Boolean);
  const chain = report.attribution.map(({ name }) => name).join(" > ");
  return [
    `  ${facts.join(" · ")}`,
    folded(`“${words(document, report.evidence)}”`, "    "),
    `    rule ${report.rule}${report.cameo ? ` · CAMEO ${report.cameo}` : ""} · confidence ${report.confidence.toFixed(2)}${chain ? ` · ${chain}` : ""}`,
  ].join("\n");
}

function quotationText(document: Document, quotation: Quotation): string {
  const { speaker, kind, inside, content } = quotation;
  const name = speaker.name ?? (speaker.span ? words(document, [speaker.span]) : "unnamed");
  const nested = inside ? ` · inside ${inside}` : "";
  return `  ${quotation.id} · ${name} · ${kind}${nested}\n${folded(`“${words(document, content)}”`, "    ")}`;
}

/** A reading for the eye: reports and quotations with the words they rest on. */
export function readingText(document: Document, reading: Reading): string {
  const title = document.title ?? document.url ?? document.id;
  const head = [title, document.publisher, document.published?.slice(0, 10), document.language]
    .filter(Boolean)
    .join(" · ");
  const part = (heading: string, items: string[]): string[] =>
    items.length > 0 ? [`${heading} (${items.length})`, ...items] : [`${heading}: none`];
  return [
    head,
    ...part(
      "Reports",
      reading.reports.map((report) => reportText(document, report)),
    ),
    ...part(
      "Quotations",
      reading.quotations.map((quotation) => quotationText(document, quotation)),
    ),
    ...reading.notes.map(({ message }) => `Note: ${message}`),
    "",
    "",
  ].join("\n");
}
