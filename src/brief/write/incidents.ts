import { type BriefSection, DOMAINS, type Domain, type IncidentSummary, type Statement } from "../../schema/index.ts";
import type { BriefFacts } from "../facts.ts";
import { whenInWords } from "../grammar/dates.ts";
import type { Names, Turns } from "../grammar/names.ts";
import { quoted, quotedEnd } from "../grammar/quote.ts";
import { capital, counted } from "../grammar/words.ts";
import { type Activity, activityOf } from "./activity.ts";
import { weightOf } from "./labels.ts";
import { byPublisher, outletInWords, outletsInWords, publishedOn, unnamedOf } from "./outlets.ts";
import { measure, statementOf } from "./statement.ts";
import { type Account, type Library, type Telling, tellingsOf, wordsOf } from "./tellings.ts";

/** What the sections about incidents share. */
export interface Desk {
  readonly facts: BriefFacts;
  readonly names: Names;
  readonly turns: Turns;
  readonly library: Library;
}

export const DOMAIN_HEADING: Readonly<Record<Domain, string>> = {
  diplomatic: "Diplomacy",
  military: "Military",
  economic: "Economy",
  "technology and nuclear": "Technology and nuclear energy",
  "cyber and information": "Cyber and information",
  "legal and intelligence": "Law and intelligence",
};

/** Sentences of one domain; what is left is counted, not told. */
const MOST_TOLD = 60;

const isTalk = ({ type }: IncidentSummary): number => (type === "CONSULT" ? 0 : 1);

/** By date; talks before what was said in them, and what one document tells in the order in which it tells it. */
const byDate = (a: IncidentSummary, b: IncidentSummary): number =>
  (a.date?.from ?? "9999").localeCompare(b.date?.from ?? "9999") ||
  isTalk(a) - isTalk(b) ||
  (a.evidence.source.published ?? "").localeCompare(b.evidence.source.published ?? "") ||
  a.evidence.source.document.localeCompare(b.evidence.source.document) ||
  a.evidence.span[0] - b.evidence.span[0] ||
  a.id.localeCompare(b.id);

function foremost(incidents: readonly IncidentSummary[], most: number): IncidentSummary[] {
  return [...incidents].sort((a, b) => weightOf(b) - weightOf(a) || a.id.localeCompare(b.id)).slice(0, most);
}

/** The day that a text gives for the incident, where one does. */
function saidDate({ incidents: [incident], accounts }: Telling): IncidentSummary["date"] {
  const { date } = incident;
  return date && accounts.some(({ report }) => report.date?.span) ? date : undefined;
}

/** Own words: what happened, when, who reports it. */
function told(telling: Telling, { clause, from }: Activity, { names, turns }: Desk): string {
  const outlets = outletsInWords(byPublisher([from, ...telling.accounts.filter((account) => account !== from)]), names);
  const date = saidDate(telling);
  if (!date) {
    const day = publishedOn(from);
    return turns.take("told-undated", [
      `${clause}, according to ${outlets}${day && `, reporting ${day}`}.`,
      `${clause}, ${outlets} reported${day && ` ${day}`}.`,
    ]);
  }
  const when = whenInWords(date);
  const many = telling.accounts.length > 1;
  return turns.take("told", [
    `${when}, ${clause}, according to ${outlets}.`,
    `${clause} ${when}, ${outlets} ${many ? "report" : "reports"}.`,
    `${when}, ${clause}, as ${outlets} reported.`,
  ]);
}

const others = (accounts: readonly Account[], names: Names): string => outletsInWords(accounts, names);

/** The words of the clearest account, with who wrote them when. */
function cited({ accounts: [lead, ...rest] }: Telling, { names, turns }: Desk): string {
  const words = wordsOf(lead);
  const outlet = outletInWords(lead, names);
  const day = publishedOn(lead);
  const further = byPublisher(rest).filter(({ source }) => source.publisher !== lead.source.publisher);
  const publishers = further.length;
  const also = others(further, names);
  if (also) {
    const verb = publishers > 1 ? "report" : "reports";
    return turns.take("cited-by-several", [
      `${outlet} reported${day && ` ${day}`}: ${quoted(words)}; ${also} also ${verb} on the event.`,
      `${quoted(words)}, ${outlet} wrote${day && ` ${day}`}; ${also} ${verb} on the same event.`,
    ]);
  }
  return turns.take("cited", [
    `${outlet} reported${day && ` ${day}`}: ${quotedEnd(words)}`,
    `${quoted(words)}, ${outlet} wrote${day && ` ${day}`}.`,
    `${day && `${day}, `}${outlet} wrote: ${quotedEnd(words)}`,
  ]);
}

const datesOf = (incidents: readonly IncidentSummary[]) =>
  incidents.flatMap(({ date }) => (date ? [measure("date", date.from), measure("date", date.to)] : []));

const actorsOf = (incidents: readonly IncidentSummary[], nameOf: (code: string) => string) =>
  [...new Set(incidents.flatMap(({ actors, recipients }) => [...actors, ...recipients]))].map((code) =>
    measure("state", nameOf(code)),
  );

/** The statement that tells one thing that happened. */
export function incidentStatement(telling: Telling, desk: Desk): Statement {
  const activity = activityOf(telling, desk.facts, desk.names);
  const sentence = activity ? told(telling, activity, desk) : cited(telling, desk);
  const { incidents, accounts } = telling;
  const publishers = byPublisher(accounts).length;
  const unnamed = unnamedOf(activity ? publishers : publishers - 1);
  return statementOf(`incident.${incidents[0].id}`, sentence, {
    evidence: accounts.flatMap(({ sentence: words, copies }) => [
      words,
      ...copies.flatMap((copy) => copyEvidence(copy.document, telling, desk)),
    ]),
    measures: [
      ...(activity ? [...activity.measures, ...actorsOf(incidents, desk.facts.nameOf)] : []),
      ...(activity && saidDate(telling) ? datesOf(incidents) : []),
      ...(unnamed > 0 ? [measure("further sources", unnamed)] : []),
    ],
    incidents: incidents.map(({ id }) => id),
  });
}

/** The sentence of a copy, so that it stands among the sources. */
function copyEvidence(document: string, { incidents }: Telling, { facts, library }: Desk) {
  const reports = incidents.flatMap(({ id }) => facts.reportsOf.get(id) ?? []);
  const own = reports.find(({ evidence }) => evidence[0].source.document === document);
  return own ? [library.sentenceOf(own.evidence[0])] : [];
}

function leftStatement(domain: Domain, left: number): Statement[] {
  if (left <= 0) return [];
  const sentence = `${counted(left, "further incident")} of this domain ${left === 1 ? "is" : "are"} in the ledger and not told here.`;
  return [statementOf(`left.${domain}`, sentence, { measures: [measure("incidents not told", left)] })];
}

/** The incidents that a brief tells, of all that it counts: the foremost of each domain, and what was planned or denied. */
export function incidentsToTell(incidents: readonly IncidentSummary[]): IncidentSummary[] {
  const happened = incidents.filter(({ status }) => status === "happened");
  const other = incidents.filter(({ status }) => status === "planned" || status === "denied");
  return [
    ...DOMAINS.flatMap((domain) =>
      foremost(
        happened.filter((incident) => incident.domain === domain),
        MOST_TOLD,
      ),
    ),
    ...foremost(other, 2 * MOST_TOLD),
  ];
}

/** What happened, a section a domain, in the order of dates. */
export function incidentSections(incidents: readonly IncidentSummary[], desk: Desk): BriefSection[] {
  return DOMAINS.flatMap((domain): BriefSection[] => {
    const own = incidents.filter((incident) => incident.domain === domain);
    if (own.length === 0) return [];
    const chosen = foremost(own, MOST_TOLD).sort(byDate);
    const tellings = tellingsOf(chosen, desk.facts, desk.library).filter(({ accounts: [lead] }) =>
      desk.library.tell(lead.sentence),
    );
    const statements = tellings.map((telling) => incidentStatement(telling, desk));
    return [
      {
        id: `happened.${domain}`,
        part: "What happened",
        heading: DOMAIN_HEADING[domain],
        statements: [...statements, ...leftStatement(domain, own.length - chosen.length)],
      },
    ];
  });
}

const AHEAD =
  /\b(will|would|shall|plans?|planned|planning|intends?|intended(?! to)|intention|agreed? to|to be (?:held|signed|built|opened)|scheduled|due to|expected|aims? to|promised|pledged)\b/;

/** What was announced and had not happened when it was told; words that point to nothing ahead are left out. */
export function plannedSection(incidents: readonly IncidentSummary[], desk: Desk): BriefSection {
  const tellings = tellingsOf([...incidents].sort(byDate), desk.facts, desk.library).filter(
    ({ accounts: [lead] }) => AHEAD.test(lead.sentence.words) && desk.library.tell(lead.sentence),
  );
  const statements = tellings.slice(0, MOST_TOLD).map((telling) => {
    const [lead] = telling.accounts;
    const outlet = outletInWords(lead, desk.names);
    const day = publishedOn(lead);
    const sentence = desk.turns.take("planned", [
      `${outlet} reported${day && ` ${day}`} what was to follow: ${quotedEnd(wordsOf(lead))}`,
      `${quoted(wordsOf(lead))}, ${outlet} reported${day && ` ${day}`}.`,
    ]);
    return statementOf(`planned.${telling.incidents[0].id}`, capital(sentence), {
      evidence: telling.accounts.map((account) => account.sentence),
      incidents: telling.incidents.map(({ id }) => id),
    });
  });
  return { id: "planned", heading: "Announced or intended", statements };
}

const MOST_DENIED = 12;
const DENIAL = /\b(not|no|never|none|den(?:y|ies|ied)|reject|rejected|dismissed|refuted|n[’']t)\b|n[’']t\b/i;

/** What somebody denied; words that deny nothing are left out. */
export function deniedSection(incidents: readonly IncidentSummary[], desk: Desk): BriefSection {
  const statements = tellingsOf([...incidents].sort(byDate), desk.facts, desk.library)
    .filter(
      ({ accounts: [lead] }) =>
        DENIAL.test(lead.sentence.words.replaceAll("never before", "")) && desk.library.tell(lead.sentence),
    )
    .slice(0, MOST_DENIED)
    .map((telling) => {
      const [lead] = telling.accounts;
      const sentence = `${outletInWords(lead, desk.names)} carried a denial${publishedOn(lead) && ` ${publishedOn(lead)}`}: ${quotedEnd(wordsOf(lead))}`;
      return statementOf(`denied.${telling.incidents[0].id}`, sentence, {
        evidence: telling.accounts.map((account) => account.sentence),
        incidents: telling.incidents.map(({ id }) => id),
      });
    });
  return { id: "denied", heading: "Denied", statements };
}
