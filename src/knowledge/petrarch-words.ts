const IRREGULAR: ReadonlyMap<string, string> = new Map(
  "has have,had have,did do,does do,began begin,begun begin,held hold,killed kill,met meet,left leave,made make,paid pay,said say,sought seek,shot shoot,sank sink,sunk sink,risen rise,rose rise,won win,lent lend,fought fight,found find,drawn draw,drew draw,gave give,given give,took take,taken take,went go,gone go,told tell,sent send,built build,bought buy,brought bring,broke break,broken break,spoke speak,spoken speak,struck strike,swore swear,tore tear,threw throw,thrown throw,withdrew withdraw,withheld withhold"
    .split(",")
    .map((pair) => pair.split(" ") as [string, string]),
);

const DOUBLED = /([bdgklmnprt])\1$/;

/** The stems that a regular ending may stand on. */
const onStem = (stem: string): string[] => [stem, `${stem}e`, ...(DOUBLED.test(stem) ? [stem.slice(0, -1)] : [])];

/** What a verb of a dictionary, often written in the past ("KILLED"), may be a form of; itself among them. */
export function baseForms(verb: string): string[] {
  const irregular = IRREGULAR.get(verb);
  if (irregular) return [irregular, verb];
  if (/[^aeiou]ied$/.test(verb)) return [verb, verb.replace(/ied$/, "y")];
  const stem = /^(.*[aeiouy].*)(?:ed|ing)$/.exec(verb)?.[1];
  if (stem && !verb.endsWith("eed")) return [verb, ...onStem(stem)];
  return /[^si]s$/.test(verb) ? [verb, verb.slice(0, -1)] : [verb];
}

const NO_NOUNS = new Set(
  "a an the and or not no of off on in into onto to from for with without by at over under up down out about above after against along among around as before behind between beyond during near through toward towards upon is are was were be been has have had will would should may must his her its their".split(
    " ",
  ),
);

/** Whether a word of a pattern can be a noun, as far as its form and a list of those that can't tell. */
export const canBeNoun = (word: string): boolean => /^[a-z_'-]+$/.test(word) && !NO_NOUNS.has(word);

/** A noun in the plural, by rule. */
export function pluralOf(name: string): string {
  if (/[^aeiou]y$/.test(name)) return name.replace(/y$/, "ies");
  if (/man$/.test(name)) return name.replace(/man$/, "men");
  return /(s|x|ch|sh)$/.test(name) ? `${name}es` : `${name}s`;
}
