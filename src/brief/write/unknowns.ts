import { monthInWords } from "../../figures/index.ts";
import type { BriefSection, DyadMeasures, Statement } from "../../schema/index.ts";
import type { BriefFacts } from "../facts.ts";
import { capital, counted, listOf, numberInWords } from "../grammar/words.ts";
import { measure, statementOf } from "./statement.ts";

const UNSURE = 0.5;

function countOf(id: string, name: string, count: number, sentence: (words: string) => string): Statement[] {
  return count === 0
    ? []
    : [statementOf(id, sentence(counted(count, "incident")), { measures: [measure(name, count)] })];
}

/** `Of the 20 incidents, 13 rest on a single source`; `Each of the seven incidents …`. No sentence begins with a numeral. */
function amongAll(all: number, words: string, count: number, verb: string, what: string): string {
  if (count !== all)
    return /^\d/.test(words)
      ? `Of the ${counted(all, "incident")}, ${numberInWords(count)} ${verb} ${what}.`
      : `${capital(words)} ${verb} ${what}.`;
  const single = verb.replace(/^rest$/, "rests").replace(/^were$/, "was");
  return all === 1 ? `The incident ${single} ${what}.` : `Each of the ${words} ${single} ${what}.`;
}

function gaps({ view }: BriefFacts): Statement[] {
  const happened = view.incidents.filter(({ status }) => status === "happened");
  const single = happened.filter(({ families, publishers }) => (families ?? publishers) < 2).length;
  const undated = happened.filter(({ date }) => date === undefined).length;
  const unsure = happened.filter(({ confidence }) => confidence < UNSURE).length;
  return [
    ...countOf("single", "incidents of one source", single, (words) =>
      amongAll(happened.length, words, single, single === 1 ? "rests" : "rest", "on a single source"),
    ),
    ...countOf("undated", "incidents without a date", undated, (words) =>
      undated === happened.length && undated > 1
        ? `For none of the ${words} could a date be read.`
        : `For ${words} no date could be read.`,
    ),
    ...countOf("unsure", "incidents coded with low confidence", unsure, (words) =>
      amongAll(
        happened.length,
        words,
        unsure,
        unsure === 1 ? "was" : "were",
        `coded with a confidence below ${UNSURE}`,
      ),
    ),
  ].map((statement) => ({
    ...statement,
    measures: [...statement.measures, measure("least confidence", UNSURE), measure("incidents", happened.length)],
  }));
}

/** Months of which nothing was read; a silent month is no peaceful one. */
function silence({ exposure, length }: DyadMeasures): Statement[] {
  const empty = exposure.filter(({ naming }) => naming === 0).map(({ period }) => period);
  if (empty.length === 0) return [];
  const named = length === "month" && empty.length <= 6 ? ` (${listOf(empty.map(monthInWords))})` : "";
  const which =
    empty.length === exposure.length
      ? `For none of the ${counted(exposure.length, length)} was a dated document read that names both states`
      : `For ${numberInWords(empty.length)} of the ${counted(exposure.length, length)}${named} no dated document that names both states was read`;
  const sentence = `${which}: that nothing is known of ${empty.length === 1 ? "it" : "them"} does not mean that nothing happened.`;
  return [
    statementOf("silence", sentence, {
      measures: [
        measure("periods without a document", empty.length),
        measure("periods", exposure.length),
        ...empty.map((period) => measure("date", period)),
      ],
    }),
  ];
}

const VERDICT_WORDS: Readonly<Record<string, string>> = {
  strengthened: "that relations grew closer",
  weakened: "that relations weakened",
  steady: "that no change can be told",
  "not enough evidence": "that there is not enough evidence for one",
};

/** The same verdict under the other counting rules: what hangs on how one counts. */
function sensitivity({ measures, otherRules }: BriefFacts): Statement[] {
  if (!measures) return [];
  const changed = otherRules.filter(({ verdict }) => verdict.verdict !== measures.verdict.verdict);
  if (otherRules.length === 0) return [];
  if (changed.length === 0) {
    const names = otherRules.map(({ rule }) => `“${rule.name}”`);
    return [
      statementOf(
        "sensitivity",
        `The verdict stays the same under ${otherRules.length === 1 ? "the rule" : "the rules"} ${listOf(names)}.`,
        {
          measures: otherRules.map(({ rule, verdict }) => measure(`verdict under ${rule.name}`, verdict.verdict)),
        },
      ),
    ];
  }
  return changed.map(({ rule, verdict }) =>
    statementOf(
      `sensitivity.${rule.name}`,
      `Counted by the rule “${rule.name}”, the verdict would be ${VERDICT_WORDS[verdict.verdict]}.`,
      {
        measures: [measure(`verdict under ${rule.name}`, verdict.verdict)],
      },
    ),
  );
}

/** What else could explain it: more was read, or other outlets were. */
function alternatives({ measures }: BriefFacts): Statement[] {
  if (!measures || measures.verdict.probability === undefined || measures.exposure.length === 0) return [];
  const dominant = measures.exposure.reduce((best, point) => (point.naming > best.naming ? point : best));
  const total = measures.exposure.reduce((sum, { naming }) => sum + naming, 0);
  if (total === 0 || dominant.naming / total < 0.4 || measures.length !== "month") return [];
  const sentence = `Another reading of the numbers is that they show what was read rather than what was done: ${numberInWords(dominant.naming)} of ${counted(total, "source")} are of ${monthInWords(dominant.period)} alone.`;
  return [
    statementOf("alternative", sentence, {
      measures: [
        measure("sources of the fullest month", dominant.naming),
        measure("sources", total),
        measure("date", dominant.period),
      ],
    }),
  ];
}

/** What isn't known, what else the numbers may mean, and what would change the verdict. */
export function unknownsSection(facts: BriefFacts): BriefSection {
  return {
    id: "unknowns",
    heading: "What we don’t know, and what would change the verdict",
    statements: [
      ...gaps(facts),
      ...(facts.measures ? silence(facts.measures) : []),
      ...alternatives(facts),
      ...sensitivity(facts),
    ],
  };
}
