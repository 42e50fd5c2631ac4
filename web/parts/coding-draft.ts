import type { CodedAs, Context, Correction, EventType } from "../../src/schema/index.ts";

/** A coding as it is typed: parties as codes with spaces between them. */
export interface CodingDraft {
  readonly type: EventType;
  readonly mode: string;
  readonly status: CodedAs["status"];
  readonly domain: CodedAs["domain"] | "";
  readonly actors: string;
  readonly recipients: string;
  readonly directedAgainst: string;
  readonly from: string;
  readonly to: string;
  readonly place: string;
  readonly contexts: readonly Context[];
}

/** A coding as a form shows it; what is not known is empty. */
export const draftOf = (coded: Partial<CodedAs>): CodingDraft => ({
  type: coded.type ?? "CONSULT",
  mode: coded.mode ?? "",
  status: coded.status ?? "happened",
  domain: coded.domain ?? "",
  actors: (coded.actors ?? []).join(" "),
  recipients: (coded.recipients ?? []).join(" "),
  directedAgainst: (coded.directedAgainst ?? []).join(" "),
  from: coded.date?.from ?? "",
  to: coded.date?.to ?? "",
  place: coded.place ?? "",
  contexts: coded.contexts ?? [],
});

/** Codes as somebody types them, with blanks or commas between. */
export const codesIn = (text: string): string[] =>
  text
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter(Boolean);

/** What was changed of a coding; of a new one, all that was filled in. */
export function correctionOf(before: CodingDraft, now: CodingDraft): Correction {
  const differs = (...fields: (keyof CodingDraft)[]): boolean =>
    fields.some((field) => JSON.stringify(before[field]) !== JSON.stringify(now[field]));
  const from = now.from || now.to;
  return {
    ...(differs("type") && { type: now.type }),
    ...(differs("mode") && { mode: now.mode.trim() || null }),
    ...(differs("status") && { status: now.status }),
    ...(differs("domain") && now.domain !== "" && { domain: now.domain }),
    ...(differs("actors") && { actors: codesIn(now.actors) }),
    ...(differs("recipients") && { recipients: codesIn(now.recipients) }),
    ...(differs("directedAgainst") && { directedAgainst: codesIn(now.directedAgainst) }),
    ...(differs("from", "to") && { date: from === "" ? null : { from, to: now.to || from } }),
    ...(differs("place") && { place: now.place.trim() || null }),
    ...(differs("contexts") && { contexts: [...now.contexts] }),
  };
}
