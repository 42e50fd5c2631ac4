import type { Phrase } from "./rules-phrase.ts";

/** What a row of the event rules looks for in a tree. */
export interface Trigger {
  readonly kind: "verb" | "noun" | "adjective";
  readonly lemmas: readonly string[];
  /** A particle of the verb (`+off`). */
  readonly particle?: string;
  /** Prepositions of an oblique or of the noun's complement (`@from`). */
  readonly prepositions?: ReadonlySet<string>;
  /** Head words wanted: of the object (`> talks`), or of the oblique where they follow one (`@for > talks`). */
  readonly objects?: ReadonlySet<string>;
  /** True where the objects are those of the oblique. */
  readonly oblique?: boolean;
  /** True where any object will do, but there must be one (`> any`). */
  readonly transitive?: boolean;
  /** Modifiers wanted on the noun, or on the object (`~ joint`). */
  readonly modifiers?: ReadonlySet<string>;
  /** Words around it in the sentence, as they are written. */
  readonly phrase?: Phrase;
}

const LEMMA = /^[a-z][a-z'-]*$/;
const KINDS = { noun: "noun", adj: "adjective" } as const;
const PARTICLES = new Set(
  "off out up down in on over back away along apart aside through together around ahead forward by under behind home".split(
    " ",
  ),
);
const PREPOSITIONS = new Set(
  "about above across after against along alongside among around as at before behind between beyond by despite during for from in inside into like near of off on onto opposite out outside over past through to toward towards under until unto upon via with within without".split(
    " ",
  ),
);

/** A set of alternatives `a|b|c`, or what is wrong with it. */
function words(text: string, known?: ReadonlySet<string>): ReadonlySet<string> | string {
  const parts = text.split("|");
  const wrong = parts.find((part) => !LEMMA.test(part) || (known && !known.has(part)));
  if (wrong !== undefined) return `"${wrong}" can't stand in a pattern`;
  if (new Set(parts).size < parts.length) return `"${text}" names a word twice`;
  return new Set(parts);
}

interface Draft {
  kind: Trigger["kind"];
  lemmas?: ReadonlySet<string>;
  particle?: string;
  prepositions?: ReadonlySet<string>;
  objects?: ReadonlySet<string>;
  modifiers?: ReadonlySet<string>;
  oblique?: boolean;
  transitive?: boolean;
}

function particleInto(draft: Draft, text: string): string | undefined {
  if (!PARTICLES.has(text)) return `"+${text}" is no particle`;
  draft.particle = text;
  return undefined;
}

function setInto(draft: Draft, field: "lemmas" | "prepositions" | "objects" | "modifiers", text: string) {
  const found = words(text, field === "prepositions" ? PREPOSITIONS : undefined);
  if (typeof found === "string") return found;
  if (draft[field]) return `"${text}" comes after another of its kind`;
  draft[field] = found;
  return undefined;
}

function objectsInto(draft: Draft, text: string): string | undefined {
  if (text === "any") draft.transitive = true;
  else if (draft.prepositions) draft.oblique = true;
  return text === "any" ? undefined : setInto(draft, "objects", text);
}

function part(draft: Draft, sign: string, text: string): string | undefined {
  if (sign === "+") return particleInto(draft, text);
  if (sign === "@") return setInto(draft, "prepositions", text);
  if (sign === ">") return objectsInto(draft, text);
  if (sign === "~") return setInto(draft, "modifiers", text);
  return setInto(draft, "lemmas", text);
}

/**
 * Reads a pattern such as `praise|hail`, `call +off > talks`, `withdraw @from > treaty`, `noun drill ~ joint`.
 * @returns the trigger, or a sentence part that says what is wrong.
 */
export function parsePattern(pattern: string): Trigger | string {
  const tokens = pattern
    .trim()
    .replace(/([>~])\s+/g, "$1")
    .split(/\s+/);
  const kind = KINDS[tokens[0] as keyof typeof KINDS];
  const draft: Draft = { kind: kind ?? "verb" };
  for (const token of kind ? tokens.slice(1) : tokens) {
    const sign = /^[+@>~]/.exec(token)?.[0] ?? "";
    const wrong = part(draft, sign, token.slice(sign.length));
    if (wrong) return wrong;
  }
  if (!draft.lemmas) return "the pattern has no word to start from";
  if (draft.particle && draft.kind !== "verb") return "only a verb takes a particle";
  return { ...draft, lemmas: [...draft.lemmas] };
}

/** Everything that tells two triggers on the same word apart. */
export const triggerKeys = (trigger: Trigger): string[] => {
  const rest = [trigger.kind, trigger.particle ?? "", ...[...(trigger.prepositions ?? [])].sort()].join(" ");
  const modifiers =
    [...(trigger.modifiers ?? [])].sort().join("|") +
    (trigger.oblique ? " of oblique" : "") +
    (trigger.transitive ? " transitive" : "");
  const objects = trigger.objects ? [...trigger.objects] : [""];
  return trigger.lemmas.flatMap((lemma) => objects.map((object) => `${lemma} ${rest} >${object} ~${modifiers}`));
};
