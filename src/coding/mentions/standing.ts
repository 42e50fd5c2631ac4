import { type Organisation, organisationOn, type Sense } from "../../knowledge/index.ts";
import { LAST_DAY } from "./drafts.ts";
import type { Hit } from "./hits.ts";

/** What the organisation was on the document's day; without a day, what it is otherwise. */
export const standingOf = (organisation: Organisation, day: string): Organisation =>
  day === LAST_DAY ? organisation : organisationOn(organisation, day);

const standing = (sense: Sense, day: string): Sense =>
  sense.kind === "organisation" ? { ...sense, organisation: standingOf(sense.organisation, day) } : sense;

const CALLED_REBELS = /^\W*(rebel|insurgent|guerrilla|militant)/i;

const hasStandings = (sense: Sense): boolean =>
  sense.kind === "organisation" && sense.organisation.standings.length > 0;

/** The hits with each armed group as what it was on the day: rebels, a government, a party; not what is called rebels. */
export const withStandings = (hits: readonly Hit[], day: string, text: string): Hit[] =>
  hits.map((hit) =>
    hit.senses.some(hasStandings) && !CALLED_REBELS.test(text.slice(hit.end, hit.end + 16))
      ? { ...hit, senses: hit.senses.map((sense) => standing(sense, day)) }
      : hit,
  );
