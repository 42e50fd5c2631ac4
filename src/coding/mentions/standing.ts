import { type Organisation, organisationOn, type Sense } from "../../knowledge/index.ts";
import { LAST_DAY } from "./drafts.ts";
import type { Hit } from "./hits.ts";

/** What the organisation was on the document's day; without a day, what it is otherwise. */
export const standingOf = (organisation: Organisation, day: string): Organisation =>
  day === LAST_DAY ? organisation : organisationOn(organisation, day);

const standing = (sense: Sense, day: string): Sense =>
  sense.kind === "organisation" ? { ...sense, organisation: standingOf(sense.organisation, day) } : sense;

/** The hits with each armed group as what it was on the day: rebels, a government, a party. */
export const withStandings = (hits: readonly Hit[], day: string): Hit[] =>
  hits.map((hit) =>
    hit.senses.some((sense) => sense.kind === "organisation" && sense.organisation.standings.length > 0)
      ? { ...hit, senses: hit.senses.map((sense) => standing(sense, day)) }
      : hit,
  );
