const CURLY: Readonly<Record<string, string>> = { "’": "'", "‘": "'", ʼ: "'", "“": '"', "”": '"', "„": '"', "–": "-" };

/** The form as the word table knows it: lower case, digits as 0, plain quotation marks. */
export function wordKey(form: string): string {
  return form.toLowerCase().replace(/[0-9’‘ʼ“”„–]/g, (unit) => CURLY[unit] ?? "0");
}

const LONGEST_PREFIX = 4;
const LONGEST_SUFFIX = 5;

/** The form's shape, runs of a kind written once: "Xx" for "Moscow", "X.X." for "U.S.", "d" for "2020". */
export function shapeOf(form: string): string {
  return form
    .replace(/\p{Lu}+/gu, "X")
    .replace(/\p{Ll}+/gu, "x")
    .replace(/[0-9]+/g, "d")
    .replace(/(.)\1+/gsu, "$1");
}

/**
 * Names of the table rows that a form adds up beside its word's row: prefixes "a-", suffixes "-a", the shape "#Xx" and
 * the cased form "=May".
 */
export function affixKeys(form: string): string[] {
  const word = wordKey(form);
  const keys: string[] = [];
  for (let size = 1; size <= LONGEST_PREFIX && size <= word.length; size++) keys.push(`${word.slice(0, size)}-`);
  for (let size = 1; size <= LONGEST_SUFFIX && size <= word.length; size++) keys.push(`-${word.slice(-size)}`);
  keys.push(`#${shapeOf(form).slice(0, 24)}`);
  if (form !== word) keys.push(`=${form}`);
  return keys;
}
