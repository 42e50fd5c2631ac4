import type { Attribution, Quotation, Span } from "../../schema/index.ts";
import type { Sight, TokenMention } from "../types.ts";

type AttributionSight = Pick<Sight, "document"> & {
  readonly knowledge: { readonly outletOf: (name: string) => { readonly name: string } | undefined };
};

/** How much of a span must stand in a content to be of it: evidence may reach over the words before a quotation. */
const MOST = 0.6;

const covers = ({ content }: Quotation, [start, end]: Span): boolean =>
  content.some((span) => Math.min(end, span[1]) - Math.max(start, span[0]) >= MOST * (end - start));

const size = ({ content }: Quotation): number => content.reduce((sum, [start, end]) => sum + end - start, 0);

/** The name of a mention, or of what it stands for. */
function nameOf(mention: TokenMention, mentions: readonly TokenMention[], text: string): string {
  if (mention.name !== undefined) return mention.name;
  const referents = (mention.refersTo ?? []).map((id) => mentions.find((other) => other.id === id)?.name);
  const names = referents.filter((name) => name !== undefined);
  return names.length > 0 ? names.join(" and ") : text.slice(...mention.span);
}

/** The speaker of a quotation as a step of the chain; undefined where the text names none. */
function speakerStep(
  sight: AttributionSight,
  quotation: Quotation,
  mentions: readonly TokenMention[],
): Attribution | undefined {
  const { speaker } = quotation;
  const mention = mentions.find(({ id }) => id === speaker.mention);
  const name = speaker.name ?? (mention && nameOf(mention, mentions, sight.document.text));
  if (name === undefined) return undefined;
  const outlet =
    sight.knowledge.outletOf(name) ?? (speaker.name === undefined ? undefined : sight.knowledge.outletOf(speaker.name));
  const kind = outlet ? "outlet" : mention?.kind === "work" ? "work" : "speaker";
  return { kind, name: outlet?.name ?? name, ...(speaker.span && { span: speaker.span }) };
}

/**
 * The chain by which the document knows the words of `span`, the outermost first: its publisher,
 * then for each quotation that holds the span the outlets it came through and its speaker.
 */
export function attributionOf(
  sight: AttributionSight,
  quotations: readonly Quotation[],
  mentions: readonly TokenMention[],
  span: Span,
): Attribution[] {
  const { publisher } = sight.document;
  const steps: (Attribution | undefined)[] = publisher === undefined ? [] : [{ kind: "publisher", name: publisher }];
  const holding = quotations.filter((quotation) => covers(quotation, span)).sort((a, b) => size(b) - size(a));
  for (const quotation of holding) steps.push(...(quotation.via ?? []), speakerStep(sight, quotation, mentions));
  const named = steps.filter((step) => step !== undefined);
  return named.filter((step, index) => named.findIndex(({ name }) => name === step.name) === index);
}
