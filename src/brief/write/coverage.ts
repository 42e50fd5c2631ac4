import type { BriefSection, SourceCard, Statement } from "../../schema/index.ts";
import type { BriefFacts } from "../facts.ts";
import { capital, counted, listOf, numberInWords } from "../grammar/words.ts";
import { measure, statementOf } from "./statement.ts";

function documentsStatement(sources: readonly SourceCard[]): Statement[] {
  if (sources.length === 0) return [];
  const publishers = new Set(sources.map(({ publisher }) => publisher ?? "unnamed")).size;
  const state = sources.filter(({ stateMedia }) => stateMedia).length;
  const owned =
    state === 0
      ? "none of them from media known to be owned by a state"
      : `${numberInWords(state)} of them from media owned by a state`;
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

function sidesStatement({ view, adjectiveOf }: BriefFacts, sources: readonly SourceCard[]): Statement[] {
  const own = view.dyad.map((code) => ({ code, count: sources.filter(({ side }) => side === code).length }));
  const unknown = sources.filter(({ side }) => side === undefined).length;
  const other = sources.length - unknown - own.reduce((sum, { count }) => sum + count, 0);
  const known = [
    ...own
      .filter(({ count }) => count > 0)
      .map(({ code, count }) => `${numberInWords(count)} from ${adjectiveOf(code)} outlets`),
    ...(other > 0 ? [`${numberInWords(other)} from those of other countries`] : []),
  ];
  const rest = unknown > 0 ? `; for ${numberInWords(unknown)} the outlet’s country isn’t in Entente’s tables` : "";
  if (own.every(({ count }) => count === 0)) return [];
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

function agreementStatement({ view }: BriefFacts): Statement[] {
  const happened = view.incidents.filter(({ status }) => status === "happened");
  if (happened.length === 0) return [];
  const several = happened.filter(({ families, publishers }) => (families ?? publishers) > 1).length;
  const sentence =
    several === 0
      ? "No incident is reported by more than one independent source."
      : `${capital(numberInWords(several))} of ${counted(happened.length, "incident")} ${several === 1 ? "is" : "are"} reported by more than one independent source; copies of one text count once.`;
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
      ...documentsStatement(sources),
      ...sidesStatement(facts, sources),
      ...agreementStatement(facts),
      ...oneSidedStatement(facts),
    ],
  };
}
