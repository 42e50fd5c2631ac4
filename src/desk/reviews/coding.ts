import type { Knowledge } from "../../knowledge/index.ts";
import {
  type Coding,
  type Correction,
  codedAs,
  EntenteError,
  type Participant,
  REVIEWED_FIELDS,
  type Reading,
  type Report,
  type ReviewedField,
  type Span,
} from "../../schema/index.ts";

/** Parties that are no states, by PLOVER's codes. */
const NON_STATES = new Set(["UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC"]);

/** What a correction is made out of. */
export interface Ground {
  readonly reading: Pick<Reading, "mentions">;
  readonly knowledge: Knowledge;
}

function checkCode(code: string, knowledge: Knowledge): void {
  if (!NON_STATES.has(code) && !knowledge.states.some((state) => state.code === code))
    throw new EntenteError("state.unknown", { name: code });
}

const distance = ([from, to]: Span, [start, stop]: Span): number => Math.max(0, start - to, from - stop);

/** A party by its code: as the report has it, else by the mention nearest to the evidence, else by the evidence itself. */
function partyOf(code: string, report: Report, { reading, knowledge }: Ground): Participant {
  const everybody = [...report.actors, ...report.recipients, ...report.directedAgainst];
  const known = everybody.find(({ country }) => country === code);
  if (known) return known;
  checkCode(code, knowledge);
  const [evidence] = report.evidence;
  const [nearest] = reading.mentions
    .filter(({ actor }) => actor?.country === code)
    .toSorted((one, other) => distance(one.span, evidence) - distance(other.span, evidence));
  const { id, span, actor } = nearest ?? { id: `m${evidence.join("-")}`, span: evidence };
  return { mention: id, country: code, sector: actor?.sector ?? "GOV", span };
}

/** Parties by their codes; those that the report has, with all their mentions, stay as they are. */
function partiesOf(codes: readonly string[], before: readonly Participant[], report: Report, ground: Ground) {
  return [...new Set(codes)].flatMap((code) => {
    const own = before.filter(({ country }) => country === code);
    return own.length > 0 ? own : partyOf(code, report, ground);
  });
}

function placeNamed(name: string, report: Report, { knowledge }: Ground): NonNullable<Report["place"]> {
  if (report.place?.name === name) return report.place;
  const wanted = name.trim().toLowerCase();
  const [span] = report.evidence;
  const place = knowledge.places.find((each) => [each.name, ...each.names].some((one) => one.toLowerCase() === wanted));
  if (place) {
    const { name, country, lat, lon, resolution } = place;
    return { name, ...(country !== undefined && { country }), lat, lon, resolution, span };
  }
  const state = knowledge.stateOf(name);
  if (!state) throw new EntenteError("place.unknown", { name });
  return { name: state.name, country: state.code, lat: state.lat, lon: state.lon, resolution: "country", span };
}

/** The mode that goes with a correction: a mode belongs to its type. */
function modeOf(report: Report, { type, mode }: Correction): string | undefined {
  if (mode !== undefined) return mode ?? undefined;
  return type === undefined || type === report.type ? report.mode : undefined;
}

function domainOf({ report, domain }: Coding, correction: Correction, knowledge: Knowledge): Coding["domain"] {
  if (correction.domain) return correction.domain;
  const same = correction.contexts === undefined && (correction.type ?? report.type) === report.type;
  return same ? domain : knowledge.domainOf(correction.contexts ?? report.contexts, correction.type ?? report.type);
}

/** A coding as a person corrects it. Errors: state.unknown, place.unknown. */
export function corrected(base: Coding, correction: Correction, ground: Ground): Coding {
  const { mode: _mode, date: _date, place: _place, ...rest } = base.report;
  const type = correction.type ?? rest.type;
  const mode = modeOf(base.report, correction);
  const date = correction.date === undefined ? base.report.date : (correction.date ?? undefined);
  const place =
    correction.place === undefined
      ? base.report.place
      : correction.place === null
        ? undefined
        : placeNamed(correction.place, base.report, ground);
  const parties = (part: "actors" | "recipients" | "directedAgainst"): Participant[] =>
    correction[part] ? partiesOf(correction[part], rest[part], base.report, ground) : rest[part];
  const isScored = type !== rest.type || mode !== base.report.mode;
  return {
    domain: domainOf(base, correction, ground.knowledge),
    report: {
      ...rest,
      type,
      ...(mode !== undefined && { mode }),
      contexts: correction.contexts ?? rest.contexts,
      actors: parties("actors"),
      recipients: parties("recipients"),
      directedAgainst: parties("directedAgainst"),
      ...(date && { date }),
      ...(place && { place }),
      status: correction.status ?? rest.status,
      score: isScored ? ground.knowledge.scoreOf(type, mode) : rest.score,
    },
  };
}

/** The fields in which two codings differ. */
export function changedFields(before: Coding, after: Coding): ReviewedField[] {
  const [one, other] = [codedAs(before), codedAs(after)];
  return REVIEWED_FIELDS.filter((field) => JSON.stringify(one[field]) !== JSON.stringify(other[field]));
}

/** An event that the coder missed, as a person codes it. Errors: state.unknown, place.unknown. */
export function addedCoding(
  id: string,
  evidence: readonly Span[],
  coding: Correction & Required<Pick<Correction, "type" | "actors">>,
  publisher: string | undefined,
  ground: Ground,
): Coding {
  const { knowledge } = ground;
  const { type } = coding;
  const mode = coding.mode ?? undefined;
  const bare: Report = {
    ...{ id, type, contexts: [], actors: [], recipients: [], directedAgainst: [], status: "happened" },
    attribution: publisher === undefined ? [] : [{ kind: "publisher", name: publisher }],
    score: knowledge.scoreOf(type, mode),
    confidence: 1,
    rule: "review",
    evidence: [...evidence],
  };
  const domain = knowledge.domainOf(coding.contexts ?? [], type);
  return corrected({ report: bare, domain }, { ...coding, domain: coding.domain ?? domain }, ground);
}
