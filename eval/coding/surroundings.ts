import type { Measurement } from "../../bench/report.ts";
import { type Reader, read } from "../../src/coding/index.ts";
import type { Participant, Report } from "../../src/schema/index.ts";
import { documentOf, shippedReader } from "../../training/coder/shipped.ts";

/** States that stand as the first word of many rows' sentences, with an adjective, who led them, and their capital. */
const STATES: Readonly<Record<string, readonly [string, string, string]>> = {
  Japan: ["Japanese", "Prime Minister Shinzo Abe", "Tokyo"],
  France: ["French", "President Emmanuel Macron", "Paris"],
  Germany: ["German", "Chancellor Angela Merkel", "Berlin"],
  Russia: ["Russian", "President Vladimir Putin", "Moscow"],
  China: ["Chinese", "President Xi Jinping", "Beijing"],
  Iran: ["Iranian", "President Hassan Rouhani", "Tehran"],
  Israel: ["Israeli", "Prime Minister Benjamin Netanyahu", "Jerusalem"],
  Turkey: ["Turkish", "President Recep Tayyip Erdogan", "Ankara"],
  Canada: ["Canadian", "Prime Minister Justin Trudeau", "Ottawa"],
  Egypt: ["Egyptian", "President Abdel Fattah al-Sisi", "Cairo"],
  Kenya: ["Kenyan", "President Uhuru Kenyatta", "Nairobi"],
  Norway: ["Norwegian", "Prime Minister Erna Solberg", "Oslo"],
};
/** A day on which all of them held office. */
const DAY = "2019-05-08";

/** Puts a sentence into other surroundings that leave its event as it is; undefined where they don't fit it. */
type Surrounding = (sentence: string) => string | undefined;

const unstopped = (sentence: string): string => sentence.replace(/\.$/, "");
const before =
  (words: string): Surrounding =>
  (sentence) =>
    `${words} ${sentence}`;
const behind =
  (words: string): Surrounding =>
  (sentence) =>
    `${unstopped(sentence)}${words}`;

/** Other words for a state that is the sentence's first word, where one state alone acts. */
const first =
  (words: (state: string) => string): Surrounding =>
  (sentence) => {
    const [state, next] = sentence.split(" ");
    if (!Object.hasOwn(STATES, state) || next === "and") return undefined;
    return `${words(state)}${sentence.slice(state.length)}`;
  };

export const SURROUNDINGS: Readonly<Record<string, Surrounding>> = {
  "a day before it": before("On Tuesday,"),
  "a day behind it": behind(" on Tuesday."),
  "a clause before it": before("Days after a general election,"),
  "an agency that says so": behind(", the state news agency said."),
  "officials who say so": behind(", officials said on condition of anonymity."),
  "a report of it": before("Reuters reported that"),
  "another clause joined": before("The weather was bad, and"),
  "a reason": behind(" because of rising prices."),
  "a dash behind it": behind(" — the third such move this year."),
  "its government": first((state) => `The ${STATES[state][0]} government`),
  "its ministry": first((state) => `${state}'s foreign ministry`),
  "its officials": first((state) => `${STATES[state][0]} officials`),
  "its leader": first((state) => `${STATES[state][0]} ${STATES[state][1]}`),
  "its capital": first((state) => STATES[state][2]),
  "an apposition": first((state) => `${state}, a member of the United Nations,`),
  "a relative clause": first((state) => `${state}, which has a long coastline,`),
  "a participle": first((state) => `${state}, citing security concerns,`),
  "an aside between dashes": first((state) => `${state} — long a critic of the plan —`),
};

const states = (parties: readonly Participant[]): string =>
  [...new Set(parties.map(({ country }) => country ?? "?"))].sort().join("+");
const keyOf = ({ type, actors, recipients }: Report): string => `${type} ${states(actors)} > ${states(recipients)}`;

/** How many sentences of the rule table still give the same type between the same states in other surroundings, of 100. */
export async function surroundingFigures(reader: Reader = shippedReader()): Promise<Measurement[]> {
  const reportsOf = (text: string): readonly Report[] => read(documentOf("row", text, DAY), reader).reports;
  const plain = reader.knowledge.eventRules.rows.flatMap(({ yes, name }) => {
    const report = reportsOf(yes).find(({ rule }) => rule === name);
    return report ? [{ yes, key: keyOf(report) }] : [];
  });
  return Object.entries(SURROUNDINGS).map(([name, put]) => {
    const placed = plain.flatMap(({ yes, key }) => {
      const text = put(yes);
      return text === undefined ? [] : [reportsOf(text).some((report) => keyOf(report) === key)];
    });
    return {
      name: `Rows' sentences (${placed.length}) with ${name}: same event, of 100`,
      value: (100 * placed.filter(Boolean).length) / placed.length,
    };
  });
}
