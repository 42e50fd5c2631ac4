import { buildKnowledge, type Knowledge, type KnowledgeFiles } from "../../src/knowledge/index.ts";
import { CONTEXTS, EVENT_TYPES } from "../../src/schema/index.ts";

const table = (header: string, ...rows: readonly string[]): string =>
  `${[header, ...rows].map((row) => row.replaceAll(" | ", "\t").replace(/ \|$/, "\t")).join("\n")}\n`;

const state = (code: string, name: string, words: string): string => {
  const [names, adjectives, demonyms, capitals, governments] = words.split(" / ");
  return [code, name, names, adjectives, demonyms, capitals, governments, "10", "20", "", "", "", "invented"].join(
    "\t",
  );
};

/** Tables of a world that does not exist, so that editing the real ones breaks no test of the coder. */
export const WORLD: KnowledgeFiles = {
  "states.tsv": table(
    "code\tname\tnames\tadjectives\tdemonyms\tcapitals\tgovernments\tlat\tlon\tfrom\tto\tdisputed\tsource",
    state("ARV", "Arvania", "Republic of Arvania|A.R. / Arvanian|Arvo- / Arvanians / Arvagrad / Red Palace"),
    state("BOR", "Borland", " / Borlandic / Borlanders / Borhaven / "),
    state("CES", "Cestia", " / Cestian / Cestians / Port Cest / "),
    state("DAN", "Dania", " / Danian / Danians / Danville / "),
  ),
  "scores.tsv": table(
    "type\tmode\tscore\tgoldstein\tcameo\tsource",
    ...EVENT_TYPES.map((type) => `${type}\t\t1\t2\t03\tinvented`),
    "CONSULT\tphone\t1.5\t1\t041\tinvented",
  ),
  "cameo.tsv": table(
    "type\tmode\tcontext\tcameo\tsource",
    "CONSULT\tphone\t\t041\tinvented",
    "CONSULT\t\teconomic\t0311\tinvented",
    "CONSULT\t\t\t040\tinvented",
  ),
  "domains.tsv": table(
    "of\tname\tdomain\tsource",
    "context\tmilitary\tmilitary\tinvented",
    "context\teconomic\teconomic\tinvented",
    ...CONTEXTS.filter((context) => context !== "military" && context !== "economic").map(
      (context) => `context\t${context}\tdiplomatic\tinvented`,
    ),
    ...EVENT_TYPES.map((type) => `type\t${type}\tdiplomatic\tinvented`),
  ),
  "outlets.tsv": table(
    "id\tname\tnames\tcountry\townership\tsource",
    "arvania-today\tArvania Today\t\tARV\tprivate\tinvented",
    "borpress\tBorpress\tofficial Borlandic news agency\tBOR\tstate\tinvented",
  ),
  "persons.tsv": table(
    "id\tname\tnames\tshort\tgender\tsource",
    "ada-moor\tAda Moor\t\tMoor\tf\tinvented",
    "otto-brand\tOtto Brand\t\tBrand\tm\tinvented",
    "ivo-brand\tIvo Brand\t\tBrand\tm\tinvented",
    "zeno-vale\tZeno Vale\t\tVale\tm\tinvented",
  ),
  "roles.tsv": table(
    "person\tcountry\tsector\toffice\tfrom\tto\tsource",
    "ada-moor\tARV\tGOV\tpresident\t2010-01-01\t2019-12-31\tinvented",
    "otto-brand\tBOR\tGOV\tforeign minister\t2005\t2011-06\tinvented",
    "otto-brand\tBOR\tGOV\tpresident\t2011-07-01\t\tinvented",
    "ivo-brand\tCES\tOPP\topposition leader\t2015\t\tinvented",
    "zeno-vale\tBOR\tGOV\tforeign minister\t2012\t\tinvented",
  ),
  "organs.tsv": table(
    "id\tcountry\tsector\tnames\tsource",
    "mod\t\tMIL\tdefence ministry|ministry of defence\tinvented",
    "mil\t\tMIL\tmilitary|air force|navy\tinvented",
    "gov\t\tGOV\tgovernment\tinvented",
    "keep\tARV\tMIL\tIron Keep\tinvented",
  ),
  "agents.tsv": table(
    "names\tplurals\tkind\tsector\tsource",
    "president\tpresidents\toffice\tGOV\tinvented",
    "foreign minister\tforeign ministers\toffice\tGOV\tinvented",
    "leader\tleaders\toffice\tGOV\tinvented",
    "spokesman\tspokesmen\tperson\tGOV\tinvented",
    "official\tofficials\tperson\tGOV\tinvented",
    "diplomat\tdiplomats\tperson\tGOV\tinvented",
    "soldier\tsoldiers\tpeople\tMIL\tinvented",
    "bomber\tbombers\tplatform\tMIL\tinvented",
    "warship\twarships\tplatform\tMIL\tinvented",
    "airline\tairlines\tbody\tBUS\tinvented",
    "\tmilitaries\tbody\tMIL\tinvented",
    "counterpart\tcounterparts\toffice\tGOV\tinvented",
    "man\tmen\tpeople\tCVL\tinvented",
    "rebel\trebels\tpeople\tREB\tinvented",
    "ambassador\tambassadors\toffice\tGOV\tinvented",
  ),
  "organisations.tsv": table(
    "id\tname\tnames\tkind\tcountry\tsector\tsource",
    "league\tNorthern League\tNL\talliance\tIGO\tIGO\tinvented",
    "wolves\tGrey Wolves\t\tgroup\tCES\tREB\tinvented",
  ),
  "members.tsv": table(
    "organisation\tstates\tfrom\tto\tsource",
    "league\tARV|BOR\t2000\t\tinvented",
    "league\tCES\t2005\t2010-06-30\tinvented",
  ),
  "standings.tsv": table(
    "organisation\tsector\tfrom\tto\tsource",
    "wolves\tGOV\t1990\t1994\tinvented",
    "wolves\tPTY\t1995\t1999-06\tinvented",
  ),
  "places.tsv": table(
    "name\tnames\tcountry\tlat\tlon\tresolution\tdisputed\tsource",
    "East Arvania Sea\t\t\t30\t125\tsea\tNamed otherwise by Borland\tinvented",
    "Arvagrad\t\tARV\t55\t37\tcity\t\tinvented",
    "Millford\t\tBOR\t51\t4\tcity\t\tinvented",
  ),
  "equipment.tsv": table("name\tnames\tclass\tmaker\tusers\tsource", "Xu-9\t\tbomber\tARV\tARV\tinvented"),
  "endings.tsv": table("ending\tsector\tsource", "War\t-\tinvented", "Airlines\tBUS\tinvented"),
  "non-actors.tsv": table("name\tsource", "Danian pastry\tinvented"),
  "namesakes.tsv": table("name\tfor\tagainst\tpersonal\tsource", "Dania\tDanville|Danian\tbasketball\tyes\tinvented"),
  "probability.tsv": table("words\tlow\thigh\tsource", "likely|probable\t0.55\t0.8\tinvented"),
};

let built: Knowledge | undefined;

/** The invented world's knowledge, built once. */
export function world(): Knowledge {
  built ??= buildKnowledge(WORLD);
  return built;
}
