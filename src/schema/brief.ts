import { z } from "zod";
import { Evidence, SourceCard } from "./incident.ts";
import { CountryCode, DateInterval } from "./span.ts";

/** One sentence of a brief and what it rests on: words of documents, or measures by name. */
export const Statement = z.object({
  sentence: z.string().min(1),
  evidence: z.array(Evidence),
  measures: z.array(z.object({ name: z.string(), value: z.string() })),
});
export type Statement = z.infer<typeof Statement>;

export const BriefSection = z.object({ heading: z.string(), statements: z.array(Statement) });
export type BriefSection = z.infer<typeof BriefSection>;

/** The sourced account of a dyad over a period. */
export const Brief = z.object({
  schema: z.literal("entente.brief/1"),
  dyad: z.tuple([CountryCode, CountryCode]),
  names: z.tuple([z.string(), z.string()]),
  title: z.string(),
  period: DateInterval,
  sections: z.array(BriefSection),
  sources: z.array(SourceCard),
  coder: z.string(),
});
export type Brief = z.infer<typeof Brief>;
