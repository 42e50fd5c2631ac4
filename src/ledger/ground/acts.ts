import { splitCodes } from "../codes.ts";
import { UNKNOWN_OUTLET } from "../queries/sources.ts";
import type { Database } from "../store/database.ts";
import type { ActsQuery, HappenedActs, Parties } from "./types.ts";

interface ActColumns {
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly score: readonly number[];
  readonly confidence: readonly number[];
  readonly words?: readonly (string | null)[];
  readonly day?: readonly (string | null)[];
}

/** The middle day of an incident, the earlier one of two. */
const MIDDLE = "day_from::DATE + floor((day_to::DATE - day_from::DATE) / 2)::INTEGER";

/** Incidents that anybody else reports than these outlets. */
const REPORTED_ELSEWHERE = `id IN (SELECT r.incident FROM reports r JOIN documents d ON d.id = r.document
  WHERE coalesce(d.publisher, '${UNKNOWN_OUTLET}') NOT IN (SELECT unnest(string_split($except, chr(31)))))`;

/** The words of incidents that hold one of those asked for: a document's reports together, as they are read elsewhere. */
const WORDS = `SELECT incident, string_agg(words, chr(10) ORDER BY document) AS words FROM (
    SELECT incident, document, string_agg(quote, ' … ' ORDER BY id) AS words FROM reports
    WHERE incident IN (SELECT incident FROM reports WHERE regexp_matches(quote, $words)) GROUP BY incident, document)
  GROUP BY incident`;

const anyOf = (words: readonly string[]): string => `(?i)${words.map((word) => RegExp.escape(word)).join("|")}`;

/** The parties of each row, those that are the same once. */
function partiesOf({ actors, recipients }: ActColumns): Pick<HappenedActs, "parties" | "party"> {
  const places = new Map<string, number>();
  const parties: Parties[] = [];
  const party = Int32Array.from(actors, (joined, at) => {
    const key = `${joined}>${recipients[at]}`;
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, parties.length);
    return parties.push({ actors: splitCodes(joined), recipients: splitCodes(recipients[at]) }) - 1;
  });
  return { parties, party };
}

/** Incidents that happened in a period, by the middle of their date, as columns in the order of their days. */
export async function actsHappened(database: Database, query: ActsQuery): Promise<HappenedActs> {
  const { from, to, reviewedOnly, exceptOutlets: except, words } = query;
  const conditions = [
    "status = 'happened' AND day_to >= $from AND day_from <= $to",
    reviewedOnly && "review IN ('reviewed', 'confirmed')",
    except && REPORTED_ELSEWHERE,
  ].filter((condition) => typeof condition === "string");
  const found = await database.columns<ActColumns>(
    `WITH chosen AS (SELECT id, actors, recipients, score, confidence, ${MIDDLE} AS middle FROM incidents
       WHERE ${conditions.join(" AND ")})
       ${words ? `, told AS (${WORDS})` : ""}
     SELECT actors, recipients, score, confidence
       ${words ? ", told.words, CASE WHEN told.words IS NOT NULL THEN middle::VARCHAR END AS day" : ""}
     FROM chosen ${words ? "LEFT JOIN told ON told.incident = chosen.id" : ""}
     WHERE middle BETWEEN $from::DATE AND $to::DATE ORDER BY middle, id`,
    { from, to, ...(except && { except: except.join("\u001f") }), ...(words && { words: anyOf(words) }) },
  );
  return {
    ...partiesOf(found),
    score: Float64Array.from(found.score),
    confidence: Float64Array.from(found.confidence),
    told: toldOf(found),
  };
}

function toldOf({ words = [], day = [] }: ActColumns): HappenedActs["told"] {
  const told = new Map<number, { day: string; words: string }>();
  for (const [at, own] of words.entries()) if (own !== null) told.set(at, { day: day[at] ?? "", words: own });
  return told;
}
