import type { EventType } from "../schema/index.ts";
import { phraseOf } from "./petrarch-patterns.ts";
import { type CodedLine, type VerbBlock, type VerbDictionary, verbDictionary } from "./petrarch-verbs.ts";
import { baseForms, pluralOf } from "./petrarch-words.ts";
import { parsePhrase } from "./rules-phrase.ts";

/** What a code means: a PLOVER type, no event ("none"), or undefined where the codebook has it not. */
export type Codebook = (code: string) => { readonly type: EventType; readonly mode?: string } | "none" | undefined;

/** A line of the dictionary that no rule stands for, and why. */
export interface LeftOut {
  readonly line: number;
  readonly written: string;
  readonly reason: string;
}

export interface ImportedRules {
  /** The text of a table of event rules, for `rules/`. */
  readonly yaml: string;
  readonly rules: number;
  readonly leftOut: readonly LeftOut[];
}

export interface VerbImport {
  /** The name of the dictionary's file, named in every rule. */
  readonly name: string;
  readonly codebook: Codebook;
  /** True where the codes are CAMEO's and stand in the reports. */
  readonly cameo: boolean;
  /** True where the rules go before Entente's own. */
  readonly first: boolean;
}

/** A verb with what belongs to it: "BREAK_DOWN" is `break` with `_down` behind it, "WIRE_+TAP" `tap` behind `wire_`. */
interface Verb {
  readonly line: CodedLine;
  readonly lemmas: readonly string[];
  readonly before: string;
  /** The verb itself, in the only form in which the dictionary has it, or in any. */
  readonly own: string;
  readonly after: string;
}

const LEMMA = /^[a-z][a-z'-]*$/;

function verbOf(line: CodedLine): Verb | undefined {
  const words = line.text
    .toLowerCase()
    .split(/[\s_]+/)
    .filter(Boolean);
  const marked = words.findIndex((word, index) => index > 0 && word.startsWith("+"));
  const at = Math.max(marked, 0);
  const plain = words.map((word) => word.replace(/^\+/, ""));
  if (plain.length === 0 || !LEMMA.test(plain[at])) return undefined;
  const lemmas = baseForms(plain[at]);
  return {
    line,
    lemmas,
    own: lemmas.length === 1 && lemmas[0] === plain[at] ? "*" : `*${plain[at]}`,
    before: plain
      .slice(0, at)
      .map((word) => `${word}_`)
      .join(""),
    after: plain
      .slice(at + 1)
      .map((word) => `_${word}`)
      .join(""),
  };
}

/** What a code says: `042:043` of who acts and to whom it is done, `:173` only of the latter. */
interface Coding {
  readonly code: string;
  readonly roles: "direct" | "mutual" | "reversed";
}

function codingOf(written: string): Coding {
  const [first = "", second] = written.split(":").map((one) => one.trim().replace(/\?$/, ""));
  if (first === "" && second) return { code: second, roles: "reversed" };
  return { code: first, roles: second !== undefined && second === first ? "mutual" : "direct" };
}

/** The dictionaries' sign that a verb or pattern has no code. */
const isUncoded = (code: string): boolean => /^-*$/.test(code);

interface Rule {
  readonly line: CodedLine;
  readonly lemmas: readonly string[];
  readonly phrase?: string;
  readonly coding: Coding;
  readonly meaning: { readonly type: EventType; readonly mode?: string };
  readonly drop?: string;
}

class Rules {
  readonly found: Rule[] = [];
  readonly #left = new Map<number, LeftOut>();
  readonly #taken = new Map<string, number>();
  readonly #options: VerbImport;

  constructor(options: VerbImport) {
    this.#options = options;
  }

  leave({ line, written }: Pick<CodedLine, "line" | "written">, reason: string): void {
    if (!this.#left.has(line)) this.#left.set(line, { line, written, reason });
  }

  /** Each line that some verb of its block has no rule for, once, in order. */
  get leftOut(): readonly LeftOut[] {
    return [...this.#left.values()].toSorted((a, b) => a.line - b.line);
  }

  /** Adds a rule for the lemmas that no earlier line has with the same words around, or says why there is none. */
  add(line: CodedLine, verb: Verb, phrase: string | undefined): void {
    const coding = codingOf(line.code);
    const book = isUncoded(coding.code) ? "none" : this.#options.codebook(coding.code);
    const lemmas = verb.lemmas.filter((lemma) => !this.#taken.has(keyOf(lemma, phrase)));
    const fault = faultOf(coding, book, phrase) ?? this.#repeated(verb, lemmas, phrase);
    if (fault !== undefined) this.leave(line, fault);
    else if (book) this.#take({ line, lemmas, coding, ...meaningOf(book, line.code), ...(phrase && { phrase }) });
  }

  #repeated({ lemmas }: Verb, left: readonly string[], phrase: string | undefined): string | undefined {
    if (left.length > 0) return undefined;
    return `line ${this.#taken.get(keyOf(lemmas[0], phrase))} has the same words`;
  }

  #take(rule: Rule): void {
    for (const lemma of rule.lemmas) this.#taken.set(keyOf(lemma, rule.phrase), rule.line.line);
    this.found.push(rule);
  }
}

const keyOf = (lemma: string, phrase: string | undefined): string => `${lemma} ${phrase ?? ""}`;

function faultOf({ code }: Coding, book: ReturnType<Codebook>, phrase: string | undefined): string | undefined {
  if (!isUncoded(code) && !/[a-z0-9]/i.test(code)) return `"${code}" is no code`;
  if (!book) return `the codebook has no code ${code}`;
  const parsed = phrase === undefined ? undefined : parsePhrase(phrase);
  return typeof parsed === "string" ? parsed : undefined;
}

/** What is no event is a rule all the same: it keeps those of shorter patterns from firing. */
function meaningOf(book: NonNullable<ReturnType<Codebook>>, code: string): Pick<Rule, "meaning" | "drop"> {
  if (book !== "none") return { meaning: book };
  return { meaning: { type: "CONSULT" }, drop: `the dictionary has no event for it (${code || "no code"})` };
}

const quoted = (text: string): string => JSON.stringify(text);

function yamlOf({ line, lemmas, phrase, coding, meaning, drop }: Rule, number: number, options: VerbImport): string {
  const code = coding.code.toLowerCase().replace(/[^a-z0-9]/g, "");
  const name = ["own", String(line.line), String(number), lemmas[0].replace(/[^a-z]/g, ""), code].filter(Boolean);
  const isCameo = options.cameo && !drop && /^(0[1-9]|1\d|20)\d{0,2}$/.test(coding.code);
  const fields: (string | false | undefined)[] = [
    `name: ${name.join("-")}`,
    `pattern: ${quoted(lemmas.join("|"))}`,
    phrase !== undefined && `phrase: ${quoted(phrase)}`,
    `type: ${meaning.type}`,
    meaning.mode && `mode: ${meaning.mode}`,
    coding.roles !== "direct" && `roles: ${coding.roles}`,
    "reading: linear",
    options.first && "rank: first",
    drop && `drop: ${quoted(drop)}`,
    isCameo && `cameo: ${quoted(coding.code)}`,
    `source: ${quoted(`${options.name}:${line.line}`)}`,
  ];
  return `- ${fields.filter(Boolean).join("\n  ")}\n`;
}

const around = ({ before, own, after }: Verb): string => before + own + after;

/** Verbs with the same words around them as one, so that a pattern which they share is one rule. */
function alike(verbs: readonly Verb[]): Verb[] {
  const groups = new Map<string, Verb>();
  for (const verb of verbs) {
    const known = groups.get(around(verb));
    groups.set(around(verb), known ? { ...known, lemmas: [...new Set([...known.lemmas, ...verb.lemmas])] } : verb);
  }
  return [...groups.values()];
}

function verbsOf(rules: Rules, lines: readonly CodedLine[]): Verb[] {
  return lines.flatMap((line) => {
    const verb = verbOf(line);
    if (!verb) rules.leave(line, `"${line.text}" is no verb`);
    return verb ?? [];
  });
}

function addBlock(rules: Rules, block: VerbBlock, sets: VerbDictionary["sets"]): void {
  const verbs = verbsOf(rules, block.verbs);
  for (const verb of verbs)
    if (!isUncoded(verb.line.code)) rules.add(verb.line, verb, around(verb) === "*" ? undefined : around(verb));
  for (const verb of alike(verbs))
    for (const pattern of block.patterns) {
      const phrase = phraseOf(pattern.text, verb, sets, pluralOf);
      if (typeof phrase === "string") rules.add(pattern, verb, phrase);
      else rules.leave(pattern, phrase.fault);
    }
}

/**
 * The verbs of a PETRARCH, TABARI or CAMEO dictionary as event rules. Each verb and each pattern with a code becomes a
 * rule that is read along the sentence; what has none, or a code that means no event, keeps the rules of the shorter
 * patterns from firing. What can't be said as a rule is left out, with its line and the reason.
 */
export function importPetrarchVerbs(text: string, options: VerbImport): ImportedRules {
  const { blocks, sets, astray } = verbDictionary(text);
  const rules = new Rules(options);
  for (const one of astray) rules.leave(one, "it stands in no block of verbs");
  for (const block of blocks) addBlock(rules, block, sets);
  const yaml = rules.found.map((rule, index) => yamlOf(rule, index + 1, options)).join("");
  return { yaml, rules: rules.found.length, leftOut: rules.leftOut };
}
