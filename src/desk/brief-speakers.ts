import type { Speaker } from "../brief/index.ts";
import type { Knowledge } from "../knowledge/index.ts";
import type { Mention, Quotation, Reading } from "../schema/index.ts";

const OFFICIAL =
  /(spokes(?:man|woman|person)|official|minister|ambassador|general|commander|diplomat|envoy|president|leader|adviser|secretary|representative)$/i;

const adjectiveOf = (country: string | null, knowledge: Knowledge): string | undefined =>
  country === null ? undefined : knowledge.stateOf(country)?.adjectives[0];

/** `Russian defence ministry` for `Russian MoD`. */
const spelledOut = (name: string): string =>
  name
    .replace(/\bMo[DI]\b/, (short) => (short === "MoD" ? "defence ministry" : "interior ministry"))
    .replace(/\bM(?:o)?FA\b/, "foreign ministry");

/** Who a mention is, as a brief names them; undefined where the ledger doesn't know it well enough to say. */
export function speakerOf({ actor, name }: Mention, knowledge: Knowledge): Speaker | undefined {
  if (!actor || name === undefined) return undefined;
  const adjective = adjectiveOf(actor.country, knowledge);
  const side = adjective === undefined ? {} : { adjective };
  if (actor.id.startsWith("person.")) {
    const person = knowledge.persons.find(({ id }) => id === actor.id.slice("person.".length));
    const short = person?.short[0];
    return {
      kind: "person",
      name: person?.name ?? name,
      ...(short && { short }),
      ...(actor.role && { role: actor.role }),
      ...side,
    };
  }
  if (actor.country !== null && actor.id === actor.country)
    return { kind: "state", name: knowledge.stateName(actor.id), ...side };
  if (actor.id.startsWith("unknown."))
    return adjective && OFFICIAL.test(name)
      ? { kind: "official", name: `${adjective} ${name.toLowerCase()}` }
      : undefined;
  return /\s/.test(name) && !/media$/.test(name) ? { kind: "organ", name: spelledOut(name), ...side } : undefined;
}

/** The speaker of a quotation, by the mention that names them. */
export function quotationSpeaker(
  { speaker }: Quotation,
  { mentions }: Reading,
  knowledge: Knowledge,
): Speaker | undefined {
  const mention = mentions.find(({ id }) => id === speaker.mention);
  return mention && speakerOf(mention, knowledge);
}
