import type { BriefSection, SourceCard, Statement } from "../../schema/index.ts";
import type { BriefFacts } from "../facts.ts";
import { capital, counted, listOf, numberInWords, withArticle } from "../grammar/words.ts";
import { measure, statementOf } from "./statement.ts";

function documentsStatement({ adjectiveOf }: BriefFacts, sources: readonly SourceCard[]): Statement[] {
  if (sources.length === 0) return [];
  if (sources.length === 1) return [singleStatement(sources[0], adjectiveOf)];
  const publishers = new Set(sources.map(({ publisher }) => publisher ?? "unnamed")).size;
  const state = sources.filter(({ stateMedia }) => stateMedia).length;
  const owned =
    state === 0
      ? `${publishers === 1 ? "not" : "none of them"} known to be owned by a state`
      : `${numberInWords(state)} of the documents from media owned by a state`;
  return [
    statementOf(
      "documents",
      `This brief rests on ${counted(sources.length, "document")} from ${counted(publishers, "publisher")}, ${owned}.`,
      {
        measures: [
          measure("documents", sources.length),
          measure("publishers", publishers),
          measure("documents of state media", state),
        ],
      },
    ),
  ];
}

function singleStatement(
  { publisher, side, stateMedia }: SourceCard,
  adjectiveOf: (code: string) => string,
): Statement {
  const outlet = side === undefined ? "an outlet" : withArticle(`${adjectiveOf(side)} outlet`);
  const owned = stateMedia ? "that a state owns" : "not known to be owned by a state";
  const whose = publisher === undefined ? "whose publisher isn’t named" : `of ${publisher}, ${outlet} ${owned}`;
  return statementOf("documents", `This brief rests on one document, ${whose}.`, {
    measures: [
      measure("documents", 1),
      measure("publisher", publisher ?? "unnamed"),
      ...(side ? [measure("country of the outlet", adjectiveOf(side))] : []),
      measure("documents of state media", stateMedia ? 1 : 0),
    ],
  });
}

function sidesStatement({ view, adjectiveOf }: BriefFacts, sources: readonly SourceCard[]): Statement[] {
  const own = view.dyad.map((code) => ({ code, count: sources.filter(({ side }) => side === code).length }));
  const unknown = sources.filter(({ side }) => side === undefined).length;
  const other = sources.length - unknown - own.reduce((sum, { count }) => sum + count, 0);
  const known = [
    ...own
      .filter(({ count }) => count > 0)
      .map(({ code, count }) =>
        count === 1
          ? `one from ${withArticle(`${adjectiveOf(code)} outlet`)}`
          : `${numberInWords(count)} from ${adjectiveOf(code)} outlets`,
      ),
    ...(other > 0 ? [`${numberInWords(other)} from outlets of other countries`] : []),
  ];
  const rest = unknown > 0 ? `; for ${numberInWords(unknown)} the outlet’s country isn’t in Entente’s tables` : "";
  if (sources.length === 1 || own.every(({ count }) => count === 0)) return [];
  return [
    statementOf(
      "sides",
      `Of the documents, ${listOf(known).replace(/^(\S+) from/, (_, count) => `${count} ${count === "one" ? "is" : "are"} from`)}${rest}.`,
      {
        measures: [
          ...own.map(({ code, count }) => measure(`documents of ${adjectiveOf(code)} outlets`, count)),
          measure("documents of other outlets", other),
          measure("documents of unknown outlets", unknown),
        ],
      },
    ),
  ];
}

/** `Seven of the 20 incidents are`, `Both incidents are`, `The incident is`. */
function shareOf(some: number, all: number): string {
  if (some < all)
    return `${capital(numberInWords(some))} of the ${counted(all, "incident")} ${some === 1 ? "is" : "are"}`;
  if (all === 1) return "The incident is";
  return all === 2 ? "Both incidents are" : `All ${counted(all, "incident")} are`;
}

function agreementStatement({ view }: BriefFacts): Statement[] {
  const happened = view.incidents.filter(({ status }) => status === "happened");
  if (happened.length === 0) return [];
  const several = happened.filter(({ families, publishers }) => (families ?? publishers) > 1).length;
  const sentence =
    several === 0
      ? "No incident is reported by more than one independent source."
      : `${shareOf(several, happened.length)} reported by more than one independent source; copies of one text count once.`;
  return [
    statementOf("agreement", sentence, {
      measures: [measure("incidents of several sources", several), measure("incidents", happened.length)],
    }),
  ];
}

/** Incidents that the outlets of one side report and those of the other do not. */
function oneSidedStatement(facts: BriefFacts): Statement[] {
  const happened = facts.view.incidents.filter(({ status }) => status === "happened");
  return facts.view.dyad.flatMap((code) => {
    const only = happened.filter(({ id }) => {
      const sides = facts.sidesOf.get(id) ?? [];
      return sides.length > 0 && sides.every((side) => side === code);
    });
    if (only.length === 0) return [];
    const sentence = `${capital(counted(only.length, "incident"))} ${only.length === 1 ? "is" : "are"} reported by ${facts.adjectiveOf(code)} outlets alone.`;
    return [
      statementOf(`one-sided.${code}`, sentence, {
        measures: [measure(`incidents of ${facts.adjectiveOf(code)} outlets alone`, only.length)],
        incidents: only.map(({ id }) => id),
      }),
    ];
  });
}

/** Who reports it, and how far the sources agree. */
export function coverageSection(facts: BriefFacts, sources: readonly SourceCard[]): BriefSection {
  return {
    id: "coverage",
    heading: "Who reports it",
    statements: [
      ...documentsStatement(facts, sources),
      ...sidesStatement(facts, sources),
      ...agreementStatement(facts),
      ...oneSidedStatement(facts),
    ],
  };
}
