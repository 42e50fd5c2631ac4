/** A code that an entry carries for a time: `RUSGOV`, from one day to another; open ends are empty. */
export interface CodedPeriod {
  readonly code: string;
  readonly from: string;
  readonly to: string;
}

/** One actor of a PETRARCH dictionary: its names as written there, in title case, and its codes. */
export interface PetrarchEntry {
  readonly line: number;
  readonly names: readonly string[];
  readonly codes: readonly CodedPeriod[];
}

const CENTURY_TURNS = 30;

/** `950601` and `19950601` as a day; two digits up to 30 are of this century. Undefined for what is no date. */
function dayOf(digits: string): string | undefined {
  const whole = digits.length === 6 ? `${Number(digits.slice(0, 2)) > CENTURY_TURNS ? "19" : "20"}${digits}` : digits;
  if (!/^\d{8}$/.test(whole)) return undefined;
  const [year, month, day] = [whole.slice(0, 4), whole.slice(4, 6), whole.slice(6)];
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1) return undefined;
  return `${year}-${month}-${String(Math.min(Number(day), last)).padStart(2, "0")}`;
}

/** The day before or after. */
function shifted(day: string, by: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + by);
  return date.toISOString().slice(0, 10);
}

const CODE = /^([A-Z]{3}[A-Z]*|-{3})(?:\/[A-Z/]+)?\s*(?:([<>])\s*(\d{6,8})|(\d{6,8})\s*-\s*(\d{6,8}))?$/;

function codeOf(bracket: string): CodedPeriod | undefined {
  const match = CODE.exec(bracket.trim().toUpperCase());
  if (!match) return undefined;
  const [, code, sign, bound, first, last] = match;
  const day = bound === undefined ? undefined : dayOf(bound);
  if (bound !== undefined && day === undefined) return undefined;
  if (day !== undefined)
    return sign === "<" ? { code, from: "", to: shifted(day, -1) } : { code, from: shifted(day, 1), to: "" };
  if (first === undefined) return { code, from: "", to: "" };
  const [from, to] = [dayOf(first), dayOf(last)];
  return from !== undefined && to !== undefined && from <= to ? { code, from, to } : undefined;
}

const CONNECTIVES = new Set(["of", "the", "and", "for", "in", "on", "to", "de", "al", "bin"]);

/** `VLADIMIR_V._PUTIN_` as a name: `Vladimir V. Putin`; an article before a name is no part of it. */
function nameOf(written: string): string {
  const words = written
    .replaceAll("_", " ")
    .trim()
    .replace(/^THE (?=\S)/, "")
    .split(/\s+/)
    .filter(Boolean);
  return words
    .map((word, index) => {
      const small = word.toLowerCase();
      if (index > 0 && CONNECTIVES.has(small)) return small;
      if (
        /^([A-Z]\.)+[A-Z]?$/.test(word) ||
        (word.length <= 4 && words.length === 1 && /^[A-Z]+$/.test(word) && !/[AEIOU]/.test(word))
      )
        return word;
      return small.replace(/(^|[-'(])\p{L}/gu, (start) => start.toUpperCase());
    })
    .join(" ");
}

/** The entries of a PETRARCH, TABARI or Phoenix actor dictionary; comments and what can't be read are passed over. */
export function petrarchEntries(text: string): PetrarchEntry[] {
  const entries: { line: number; names: string[]; codes: CodedPeriod[] }[] = [];
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.replace(/#.*$/, "").replace(/;.*$/, "");
    if (line.trim() === "" || /^\s*[<&!]/.test(line)) continue;
    const codes = [...line.matchAll(/\[([^\]]*)\]/g)].flatMap((match) => codeOf(match[1]) ?? []);
    const name = nameOf(
      line
        .replace(/\[[^\]]*\]?/g, "")
        .replace(/^\+/, "")
        .trim(),
    );
    if (/^[A-Za-z(]/.test(line)) entries.push({ line: index + 1, names: [], codes: [] });
    const entry = entries.at(-1);
    if (!entry) continue;
    if (name !== "") entry.names.push(name);
    entry.codes.push(...codes);
  }
  return entries.filter((entry) => entry.names.length > 0 && entry.codes.length > 0);
}
