const INFLECTED = /^(VB[DNGZ]|NNS)$/;
const VOWEL = /[aeiouy]/;
const DOUBLED = /([bdfgklmnprstz])\1$/;

const undoubled = (stem: string): string[] => (DOUBLED.test(stem) ? [stem.slice(0, -1)] : []);

/** What "blasted", "slamming" and "ruled" may be regular forms of: the stem, the stem undoubled, the stem with its e. */
function behindVerb(form: string, ending: "ed" | "ing"): string[] {
  const stem = form.slice(0, -ending.length);
  if (!form.endsWith(ending) || stem.length < 2 || !VOWEL.test(stem)) return [];
  const withY = ending === "ed" && stem.endsWith("i") ? [`${stem.slice(0, -1)}y`] : [];
  return [stem, ...undoubled(stem), `${stem}e`, ...withY];
}

function behindS(form: string): string[] {
  if (!form.endsWith("s") || form.length < 4) return [];
  const short = form.endsWith("es") ? [form.slice(0, -2)] : [];
  return [...(form.endsWith("ies") ? [`${form.slice(0, -3)}y`] : []), form.slice(0, -1), ...short];
}

function basesOf(form: string, xpos: string): string[] {
  if (xpos === "VBD" || xpos === "VBN") return behindVerb(form, "ed");
  return xpos === "VBG" ? behindVerb(form, "ing") : behindS(form);
}

/**
 * The base of a regular form where a rule of thumb made a word that nobody writes: "blaste" of "blasted", "bom" of
 * "bombing". The lemma stays as it is where it is a word, or where no regular base is one.
 */
export function knownBase(form: string, xpos: string, lemma: string, isWord: (word: string) => boolean): string {
  if (!INFLECTED.test(xpos)) return lemma;
  const small = form.toLowerCase();
  if (lemma !== lemma.toLowerCase() || (lemma !== small && isWord(lemma))) return lemma;
  return basesOf(small, xpos).find(isWord) ?? lemma;
}
