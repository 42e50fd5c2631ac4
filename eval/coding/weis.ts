import type { Codebook } from "../../src/knowledge/index.ts";
import type { EventType } from "../../src/schema/index.ts";

/**
 * Which PLOVER types a WEIS code can mean, by its cue category (McClelland, World Event/Interaction Survey codebook,
 * 1978, categories 01 to 22). Our own table: WEIS to CAMEO by the names of the categories, CAMEO to PLOVER by the
 * conversion of 2021. An empty list is no event in PLOVER (comments and denials).
 */
const CATEGORIES: Readonly<Record<string, readonly EventType[]>> = {
  "01": ["CONCEDE", "RETREAT"],
  "02": [],
  "03": ["CONSULT"],
  "04": ["SUPPORT"],
  "05": ["AGREE"],
  "06": ["SUPPORT", "CONCEDE", "RETREAT", "COOPERATE"],
  "07": ["AID", "COOPERATE"],
  "08": ["AGREE", "SUPPORT", "COOPERATE"],
  "09": ["REQUEST"],
  "10": ["REQUEST"],
  "11": ["REJECT"],
  "12": ["ACCUSE"],
  "13": ["ACCUSE"],
  "14": [],
  "15": ["REQUEST"],
  "16": ["THREATEN"],
  "17": ["THREATEN"],
  "18": ["PROTEST", "MOBILIZE"],
  "19": ["SANCTION", "REJECT", "COERCE"],
  "20": ["SANCTION", "COERCE"],
  "21": ["COERCE", "ASSAULT"],
  "22": ["ASSAULT"],
};

/** Codes in the file that are CAMEO's, and mean something else there than by their WEIS category. */
const CAMEO_CODES: Readonly<Record<string, readonly EventType[]>> = {
  "030": ["AGREE"],
  "194": ["ASSAULT"],
  "1711": ["COERCE"],
  "1721": ["COERCE"],
};

/** What is only planned of these is AGREE in PLOVER, which WEIS does not tell apart. */
const PLANNABLE = new Set<EventType>(["CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE"]);

/**
 * The PLOVER types that a code of the PETRARCH unit tests allows: empty for what is no event, undefined for codes
 * that neither WEIS nor CAMEO has (`345`, `905`, `1717`), of which only the actors can be compared.
 */
export function typesOfWeis(code: string): readonly EventType[] | undefined {
  const types = CAMEO_CODES[code] ?? (/^\d{3}$/.test(code) ? CATEGORIES[code.slice(0, 2)] : undefined);
  return types?.some((type) => PLANNABLE.has(type)) ? [...types, "AGREE"] : types;
}

/**
 * A codebook for the importer of verb dictionaries. Codes that no codebook has stand in as CONSULT: only the actors of
 * such events are compared.
 */
export const bookOfWeis: Codebook = (code) => {
  const types = typesOfWeis(code);
  if (types?.length === 0) return "none";
  return { type: types?.[0] ?? "CONSULT" };
};
