import {
  type CodedAs,
  codedAs,
  type FieldAgreement,
  type QueueItem,
  type ReportReview,
  type Review,
  type ReviewAgreement,
  type ReviewProgress,
  type ReviewQueue,
} from "../schema/index.ts";
import { counted, NOTHING, textTable } from "./table.ts";

const listed = (codes: readonly string[]): string => codes.join(" ") || NOTHING;

/** `CONSULT meet · happened · CHN RUS → – · 2020-12-22 · Moscow` */
export function codingLine({ type, mode, status, actors, recipients, date, place }: CodedAs): string {
  const when = date && (date.from === date.to ? date.from : `${date.from} to ${date.to}`);
  const parties = recipients.length > 0 ? `${listed(actors)} → ${listed(recipients)}` : listed(actors);
  return [mode ? `${type} ${mode}` : type, status, parties, when, place].filter(Boolean).join(" · ");
}

function stateWords({ state, verdict, orphaned }: ReportReview): string {
  const words = [verdict === "rejected" ? `rejected, ${state}` : state, orphaned && "the coder no longer finds it"];
  return words.filter(Boolean).join("; ");
}

function itemLines({ source, report, domain, evidence, alternatives, priority, review }: QueueItem): string[] {
  const shown = alternatives.map(({ type, confidence }) => `${type} ${confidence.toFixed(2)}`);
  return [
    `${source.document} ${report.id}`,
    `  “${evidence.map(({ words }) => words.replace(/\s+/g, " ")).join(" … ")}”`,
    `  ${codingLine(codedAs({ report, domain }))} · ${domain}`,
    `  confidence ${report.confidence.toFixed(2)}${priority ? ` · priority ${priority.value.toFixed(3)}` : ""}${shown.length > 0 ? ` · or ${shown.join(", ")}` : ""}`,
    ...(review ? [`  ${stateWords(review)}`] : []),
    ...(review?.history ?? []).map((one) => `  ${reviewLine(one)}`),
  ];
}

/** Who said what, and when. */
export function reviewLine({ id, kind, reviewer, at, changed, note, undone }: Review): string {
  const what = changed ? `${kind} ${changed.join(", ")}` : kind;
  const taken = undone ? ` (taken back by ${undone.reviewer} at ${undone.at})` : "";
  return `${id} ${at} ${reviewer}: ${what}${note === undefined ? "" : ` “${note}”`}${taken}`;
}

function progressLine({ machine, reviewed, confirmed, disputed, rejected, orphaned }: ReviewProgress): string {
  const done = reviewed + confirmed + disputed;
  return `${done} of ${counted(machine + done, "report")} reviewed: ${confirmed} confirmed, ${disputed} disputed, ${rejected} rejected, ${orphaned} orphaned`;
}

/** What waits, and how far the work is. */
export function queueText({ items, progress, formula, names }: ReviewQueue): string {
  const head = names ? `${names.join(" and ")}: ${progressLine(progress)}` : progressLine(progress);
  if (items.length === 0) return `${head}\n\nNothing waits here.\n`;
  const order = items.some(({ priority }) => priority) ? [`order: ${formula}`] : [];
  return `${[head, ...order, ...items.map((item) => `\n${itemLines(item).join("\n")}`)].join("\n")}\n`;
}

const number = (value: number | undefined): string => (value === undefined ? NOTHING : value.toFixed(2));

const agreementRow = ({ field, n, share, kappa, reason }: FieldAgreement): string[] => [
  field,
  String(n),
  number(share),
  number(kappa),
  reason ?? "",
];

/** How far reviewers agree, two by two. */
export function agreementText({ pairs, reason }: ReviewAgreement): string {
  if (pairs.length === 0) return `No agreement to tell: ${reason ?? "nothing was judged"}.\n`;
  return pairs
    .map(({ reviewers, n, blind, fields }) => {
      const head = `${reviewers.join(" and ")}: ${counted(n, "report")} that both judged, ${blind} of them blind`;
      return `${head}\n${textTable(["field", "n", "agree", "kappa", ""], fields.map(agreementRow), "words")}\n`;
    })
    .join("\n");
}
