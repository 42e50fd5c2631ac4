import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attributionOf, quotationsOf } from "../../../src/coding/quotations/index.ts";
import { buildCues } from "../../../src/knowledge/cues.ts";
import { createAnalyser, loadModel } from "../../../src/language/index.ts";
import type { Quotation, Span } from "../../../src/schema/index.ts";
import { describeQuotation, outletOf } from "./support.ts";

const { analyse } = createAnalyser(loadModel(readFileSync("model/small.entente")));
const knowledge = { cues: buildCues({ "cues.tsv": readFileSync("knowledge/cues.tsv", "utf8") }), outletOf };

const quotationsIn = (text: string): Quotation[] => quotationsOf({ analysis: analyse(text), knowledge }, []);
const told = (text: string): string[] => quotationsIn(text).map((quotation) => describeQuotation(text, quotation));

describe("quotations in prose", () => {
  it.each<[string, string, string[]]>([
    ["cue behind", "“We will stay,” Faramir said.", ["Faramir | said | “We will stay,” (direct)"]],
    ["cue before", "Faramir said: “We will stay.”", ["Faramir | said | “We will stay.” (direct)"]],
    [
      "inverted cue",
      "“We will stay,” said the steward of the city.",
      ["the steward of the city | said | “We will stay,” (direct)"],
    ],
    [
      "split by the cue",
      "“We will stay,” Faramir said. “Nobody will drive us out of here.” The council agreed.",
      ["Faramir | said | “We will stay,” + “Nobody will drive us out of here.” (direct)"],
    ],
    [
      "a clause",
      "The minister said that the talks would resume on Monday.",
      ["The minister | said | that the talks would resume on Monday (indirect)"],
    ],
    [
      "a clause without that",
      "Officials say the border is closed.",
      ["Officials | say | the border is closed (indirect)"],
    ],
    [
      "an addressee",
      "She told reporters on Friday that the treaty was dead.",
      ["She | told | that the treaty was dead (indirect)"],
    ],
    [
      "a mixed clause",
      "The ministry said the strikes were “a grave mistake” and must end.",
      ["The ministry | said | the strikes were “a grave mistake” and must end (mixed)"],
    ],
    [
      "an addressee and a clause without that",
      "The steward told reporters he would not leave the city.",
      ["The steward | told | he would not leave the city (indirect)"],
    ],
    [
      "a closing mark set the wrong way round",
      "“It is unusual,“ said the steward. “We wait.”",
      ["the steward | said | “It is unusual,“ + “We wait.” (direct)"],
    ],
    [
      "a name with a parenthesis that holds a stop",
      "“There is hope in many houses,” Rep. Faramir Hurin (D-Ith.) said.",
      ["Rep. Faramir Hurin (D-Ith.) | said | “There is hope in many houses,” (direct)"],
    ],
    [
      "a stop before the cue",
      "“We will find the letters that are missing.” Faramir said.",
      ["Faramir | said | “We will find the letters that are missing.” (direct)"],
    ],
    [
      "one word with a capital",
      "“Never,” Faramir said, and he closed the gate.",
      ["Faramir | said | “Never,” (direct)"],
    ],
    [
      "other words in marks before the cue",
      "Faramir, citing “a grave need,” said the council must meet.",
      ["Faramir | citing | “a grave need,” (direct)", "Faramir | said | the council must meet (indirect)"],
    ],
    [
      "a call",
      "The king called on the council to “amend the law” at once.",
      ["The king | called on | the council to “amend the law” at once (mixed)"],
    ],
    [
      "a participle before an aside",
      "Asked about the raid, the minister said, “Nobody was hurt.”",
      ["the minister | said | “Nobody was hurt.” (direct)"],
    ],
    [
      "a statement that is issued",
      "The council released a statement on Monday, saying the border would close.",
      ["The council | released a statement on Monday, saying | the border would close (indirect)"],
    ],
    [
      "a verb that goes on",
      "The envoy continued to complain that the king had been unfair.",
      ["The envoy | continued to complain | that the king had been unfair (indirect)"],
    ],
    [
      "an adverb behind the verb",
      "The envoy said repeatedly that talks had failed.",
      ["The envoy | said repeatedly | that talks had failed (indirect)"],
    ],
    [
      "a noun that a verb carries",
      "The envoy expressed concern that the border was open.",
      ["The envoy | expressed concern | that the border was open (indirect)"],
    ],
    [
      "a clause that words in marks go on from",
      "He said that the gate was closed. “Nobody will drive us out of here.”",
      ["He | said | that the gate was closed + “Nobody will drive us out of here.” (mixed)"],
    ],
    [
      "words in marks behind another clause",
      "The cuts that the steward first proposed, before his “black riders” pressed for more, were small.",
      [],
    ],
    [
      "a passive and who says it",
      "The plan was called “a trap” by the steward.",
      ["the steward | was called | The plan + “a trap” (mixed)"],
    ],
    ["what somebody could say", "They can leave the city and say that it is lost.", []],
    [
      "a participle before a clause",
      "Asked about the raid in the hills, the captain said it was lost.",
      ["the captain | said | it was lost (indirect)"],
    ],
    [
      "a day before a clause",
      "The office said Friday the decision takes effect in the north.",
      ["The office | said | the decision takes effect in the north (indirect)"],
    ],
    [
      "whose claim another condemns",
      "He condemned the claim that thousands of fighters remained in the city.",
      ["? | the claim | that thousands of fighters remained in the city (indirect)"],
    ],
    [
      "a participle before the speaker",
      "Fielding questions on the raid, Mr. Hurin said the gate was closed.",
      ["Mr. Hurin | said | the gate was closed (indirect)"],
    ],
    [
      "an aside with an addressee",
      "The city was only doing what others already do, he told the Gazette.",
      ["he | told | The city was only doing what others already do (indirect)"],
    ],
    [
      "an aside of somebody described",
      "The king will sign the pact, a source close to him said.",
      ["a source close to him | said | The king will sign the pact (indirect)"],
    ],
    [
      "a title before the cue",
      '"It is a hard choice for all of us," Sen. Faramir Hurin (R-Ith.) said.',
      ['Sen. Faramir Hurin (R-Ith.) | said | "It is a hard choice for all of us," (direct)'],
    ],
    [
      "a sentence behind a colon",
      "He said: Let no one be mistaken, this war is lost and it must end.",
      ["He | said | Let no one be mistaken, this war is lost and it must end (indirect)"],
    ],
    ["an aside", "The army, he said, has left the city.", ["he | said | The army + has left the city (indirect)"]],
    [
      "an aside at the end",
      "The army has left the city, the general said.",
      ["the general | said | The army has left the city (indirect)"],
    ],
    [
      "according to",
      "The army has left the city, according to the ministry.",
      ["the ministry | according to | The army has left the city (indirect)"],
    ],
    [
      "according to first",
      "According to the ministry, the army has left the city.",
      ["the ministry | According to | the army has left the city (indirect)"],
    ],
    [
      "a statement",
      "The ministry said in a statement that it would reply.",
      ["The ministry | said in a statement | that it would reply (indirect)"],
    ],
    [
      "a document",
      "The report said that exports had fallen by half.",
      ["The report | said | that exports had fallen by half (indirect)"],
    ],
    [
      "a tweet",
      "“Good talks today,” the president tweeted.",
      ["the president | tweeted | “Good talks today,” (direct)"],
    ],
    [
      "a readout",
      "The palace published a summary of the call:\n\n“The two leaders spoke about trade and peace.”",
      ["The palace | published | “The two leaders spoke about trade and peace.” (direct)"],
    ],
    [
      "marks within marks",
      "“The ‘quick’ war is over,” Boromir said.",
      ["Boromir | said | “The ‘quick’ war is over,” (direct)"],
    ],
    ["straight marks", 'Boromir said, "The road is open."', ['Boromir | said | "The road is open." (direct)']],
    [
      "over paragraphs",
      "The envoy said: “The road is open.\n\n“Nobody is stopped there.”\n\nThe fair went on.",
      ["The envoy | said | “The road is open.\n\n“Nobody is stopped there.” (direct)"],
    ],
    [
      "never closed",
      "The envoy said: “The road is open and nobody is stopped.\n\nThe fair went on.",
      ["The envoy | said | “The road is open and nobody is stopped. (direct)"],
    ],
    [
      "two verbs of one speaker",
      "The general denied that he had fled and said that his men were safe.",
      ["The general | denied | that he had fled (indirect)", "The general | said | that his men were safe (indirect)"],
    ],
    [
      "a participle",
      "The king left early, saying that he was ill.",
      ["The king | saying | that he was ill (indirect)"],
    ],
    [
      "a noun",
      "The claim that the bridge was mined is false.",
      ["? | The claim | that the bridge was mined (indirect)"],
    ],
  ])("%s", (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it.each([
    ["a word in marks", "The “free” city fell after a week."],
    ["a title", "She wrote a book, “The Lord of the Rings,” about the war."],
    ["a belief", "Many believe that the war is over."],
    ["what was not said", "The king did not say that he would come."],
    ["what may be said", "He would say that the war is over."],
    ["a name", "They met in a town called “Bree” last year."],
    ["a rule", "Prisoners are treated according to the law."],
  ])("takes no quotation from %s", (_, text) => {
    expect(told(text)).toEqual([]);
  });

  it("takes no quotation from a proverb that passes for its own speaker, and goes on", () => {
    const text =
      "There is a proverb: “Build in haste.” He breaks the “rule of courts” of the land.\n\n“Tear it down,” he said.";
    expect(told(text)).toEqual(["he | said | “Tear it down,” (direct)"]);
  });

  it("nests what is quoted within a quotation", () => {
    const text = "The Gondor Gazette reported: “The king said that the war is over. He is glad.”";
    const [outer, inner] = quotationsIn(text);
    expect(describeQuotation(text, outer)).toBe(
      "The Gondor Gazette | reported | “The king said that the war is over. He is glad.” (direct)",
    );
    expect(describeQuotation(text, inner)).toContain("The king | said | that the war is over (indirect)");
    expect(inner.inside).toBe(outer.id);
  });

  it("ends a quotation where its speaker is named by another", () => {
    const text =
      "The agency wrote: “Elessar said that ‘the road is open to all traders of the south…It will stay so, Elessar said.’”";
    const own = quotationsIn(text).filter(({ speaker }) => speaker.name === "Elessar");
    expect(own.map(({ content: [span] }) => text.slice(...span))).toEqual([
      "that ‘the road is open to all traders of the south…",
      "It will stay so",
    ]);
  });

  it("reads the lines of a transcript", () => {
    const text = "QUESTION: Will you sign the treaty?\n\nFARAMIR: We will sign it in May.\n\nQUESTION: And the king?";
    expect(told(text)[1]).toBe("FARAMIR | : | We will sign it in May (direct)");
  });

  it("gives the chain of attribution, the outermost first", () => {
    const text = "The Gondor Gazette quoted Sauron as saying “The tower is mine.”";
    const quotations = quotationsIn(text);
    const sight = { document: { id: "d", language: "en", text, publisher: "Rohan Times" }, knowledge };
    const at = text.indexOf("tower");
    expect(attributionOf(sight, quotations, [], [at, at + 13]).map(({ kind, name }) => `${kind}: ${name}`)).toEqual([
      "publisher: Rohan Times",
      "outlet: Gondor Gazette",
      "speaker: Sauron",
    ]);
    expect(attributionOf(sight, quotations, [], [0, 10]).map(({ kind }) => kind)).toEqual(["publisher"]);
  });
});

const inside = (span: Span, spans: readonly Span[]): boolean =>
  spans.some(([start, end]) => start <= span[0] && span[1] <= end);
const apart = (a: Span, b: Span): boolean => a[1] <= b[0] || b[1] <= a[0];

function expectSound(text: string, quotations: readonly Quotation[]): void {
  const byId = new Map(quotations.map((quotation) => [quotation.id, quotation]));
  expect(byId.size).toBe(quotations.length);
  for (const { cue, content, speaker, inside: parent } of quotations) {
    for (const [start, end] of [cue, ...content]) expect(start >= 0 && start < end && end <= text.length).toBe(true);
    for (const span of content) expect(apart(span, cue) && (!speaker.span || apart(span, speaker.span))).toBe(true);
    for (const [index, span] of content.slice(1).entries()) expect(span[0]).toBeGreaterThanOrEqual(content[index][1]);
    if (parent === null) continue;
    for (const span of [cue, ...content]) expect(inside(span, byId.get(parent)!.content)).toBe(true);
  }
}

describe("quotations of any text", () => {
  const piece = fc.constantFrom(
    "The king said ",
    "he said",
    ", said Faramir",
    "according to the ministry",
    "that ",
    "the war is over",
    "“",
    "”",
    "‘",
    "’",
    '"',
    ", ",
    ". ",
    ": ",
    "… ",
    "\n\n",
    "told reporters ",
    "adding ",
    "KING: ",
    "He wrote ",
    "(",
    ")",
    "— ",
    "and ",
    "in a statement ",
  );
  it("lie inside the text and their parents, in order, apart from their cue and speaker", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const text = pieces.join("");
        expectSound(text, quotationsIn(text));
      }),
      { numRuns: 300 },
    );
  });

  const news = "../shared/data/news/guardian-a.jsonl";
  const hasNews = (() => {
    try {
      return readFileSync(news, "utf8");
    } catch {
      console.log(`Quotations of real articles are not tested: there is no ${news}.`);
      return undefined;
    }
  })();
  it.skipIf(hasNews === undefined)("hold the same in real articles", () => {
    const texts = hasNews!
      .trim()
      .split("\n")
      .slice(0, 60)
      .map((line) => (JSON.parse(line) as { text: string }).text);
    let count = 0;
    for (const text of texts) {
      const quotations = quotationsIn(text);
      expectSound(text, quotations);
      count += quotations.length;
    }
    expect(count).toBeGreaterThan(300);
  });
});
