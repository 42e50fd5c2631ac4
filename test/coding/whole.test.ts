import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { scoreArticle } from "../../eval/coding/article.ts";
import { sharedPath } from "../../eval/coding/load.ts";
import { explain, explanationText, type Reader, read } from "../../src/coding/index.ts";
import { Reading } from "../../src/schema/index.ts";
import { documentOf, modelPath, shippedReader } from "../../training/coder/shipped.ts";

const noModel = modelPath() === undefined;
if (noModel)
  console.warn("test/coding/whole.test.ts: skipped, there is no model in model/; build it with the training");

let loaded: Reader | undefined;
const reader = (): Reader => {
  loaded ??= shippedReader();
  return loaded;
};

const TEXT = `Russia and China held a joint naval exercise in the Sea of Japan on Monday. The two countries agreed to
hold talks with Pakistan. "We will not accept sanctions," the Russian foreign minister told reporters in Moscow.
The United States accused China of helping Russia. France did not attack Libya.`;

describe.skipIf(noModel)("a whole reading", () => {
  test("holds to its schema, and is the same each time", () => {
    const document = documentOf("d1", TEXT, "2021-03-02");
    const reading = read(document, reader());
    expect(Reading.parse(reading)).toEqual(reading);
    expect(read(document, reader())).toEqual(reading);
  });
  test("resolves every span and every mention of a report", () => {
    const reading = read(documentOf("d1", TEXT, "2021-03-02"), reader());
    const ids = new Set(reading.mentions.map(({ id }) => id));
    expect(reading.reports.length).toBeGreaterThan(2);
    for (const report of reading.reports) {
      for (const [start, end] of report.evidence) expect(TEXT.slice(start, end).trim()).not.toBe("");
      for (const { mention } of [...report.actors, ...report.recipients]) expect(ids).toContain(mention);
    }
    expect(new Set(reading.reports.map(({ id }) => id)).size).toBe(reading.reports.length);
  });
  test("reads the joint exercise with its place and day", () => {
    const [first] = read(documentOf("d1", TEXT, "2021-03-02"), reader()).reports;
    expect(first).toMatchObject({ type: "COOPERATE", status: "happened", recipients: [] });
    expect(first.actors.map(({ country }) => country).sort()).toEqual(["CHN", "RUS"]);
    expect(first.contexts).toContain("military");
    expect(first.date).toMatchObject({ from: "2021-03-01", to: "2021-03-01" });
  });
  test.each([
    "The ministers of Russia and China signed a roadmap for 2025 on Monday.",
    "China and Russia agreed to cooperate in trade until 2030.",
  ])("dates nothing that happened after the day it was told: %s", (text) => {
    const { reports } = read(documentOf("d1", text, "2021-03-02"), reader());
    const happened = reports.filter(({ status }) => status === "happened");
    expect(happened.length).toBeGreaterThan(0);
    for (const { date } of happened) expect((date?.to ?? "") <= "2021-03-02").toBe(true);
  });
  test("leaves a document in another language uncoded and says so", () => {
    const reading = read({ ...documentOf("d2", "La Russie et la Chine."), language: "fr" }, reader());
    expect(reading.reports).toEqual([]);
    expect(reading.notes.map(({ code }) => code)).toEqual(["language.notcoded"]);
  });
  test.each([
    ["nothing", ""],
    ["no verb", "China, Russia, France. Germany!"],
    ["capitals", "RUSSIA ATTACKED UKRAINE WITH 40 MISSILES."],
    ["numbers", "Russia 1 2 3\nChina 4 5 6\nFrance 7 8 9\n".repeat(50)],
    ["cricket", "England beat Australia by 20 runs at Lord's after India had lost to Pakistan."],
    ["a recipe", "Beat the Danish butter with the Russian honey, then fold in the Swiss chocolate."],
  ])("survives a text with %s", (_, text) => {
    expect(Reading.safeParse(read(documentOf("d3", text), reader())).success).toBe(true);
  });
  test.each([
    ["only names", "China, Russia, France. Germany!"],
    ["a table of numbers", "Russia 1 2 3\nChina 4 5 6\nFrance 7 8 9\n".repeat(50)],
    ["a cricket report", "India bowled Pakistan out for 142. Root hit two fours off Australia's attack before tea."],
    ["a lost match", "England beat Australia by 20 runs at Lord's after India had lost to Pakistan."],
    ["a recipe with nations", "Beat the Danish butter with the Russian honey, then serve with French fries."],
    ["ten thousand mentions", "Russia, China, ".repeat(5000)],
  ])("tells of no event in %s", (_, text) => {
    expect(read(documentOf("d5", text), reader()).reports).toEqual([]);
  });
  test("answers for told pairs", () => {
    const text = "Poland expelled three Russian diplomats.";
    const pairs = [{ actor: [0, 6] as [number, number], recipient: [16, 39] as [number, number] }];
    const [answer] = read(documentOf("d4", text), reader(), { pairs }).pairs ?? [];
    expect(answer).toMatchObject({ type: "SANCTION", quad: 4 });
  });
});

describe.skipIf(noModel)("an explanation", () => {
  test("agrees with the reading", () => {
    const document = documentOf("d1", TEXT, "2021-03-02");
    const explanation = explain(document, reader());
    expect(explanation.reading).toEqual(read(document, reader()));
    const reported = explanation.sentences.flatMap(({ candidates }) => candidates.filter(({ rejected }) => !rejected));
    expect(reported.map(({ rule }) => rule)).toEqual(explanation.reading.reports.map(({ rule }) => rule));
    expect(explanation.sentences.flatMap(({ reports }) => reports)).toEqual(
      explanation.reading.reports.map(({ id }) => id),
    );
  });
  test("gives a reason for every candidate that is not reported", () => {
    const { sentences } = explain(documentOf("d5", "France held talks. Germany attacked."), reader());
    const rejected = sentences.flatMap(({ candidates }) => candidates).filter((candidate) => candidate.rejected);
    expect(rejected.length).toBeGreaterThan(0);
    for (const { rejected: reason } of rejected) expect(reason).toMatch(/\w+ \w+/);
  });
  test("can be read as text", () => {
    const text = explanationText(explain(documentOf("d6", "France praised Germany."), reader()));
    expect(text).toContain('praise at "praised": SUPPORT, happened, FRA -> DEU');
    expect(text).toContain("reported");
  });
});

describe.skipIf(noModel)("the sentences of the rule table", () => {
  test("fire where they should, and stay silent where they should not", () => {
    const { rows } = reader().knowledge.eventRules;
    const fires = (sentence: string, rule: string): boolean =>
      read(documentOf("row", sentence, "2023-06-01"), reader()).reports.some((report) => report.rule === rule);
    // A row that says what is no event reports nothing.
    const silent = rows.filter(({ drop, yes, name }) => !drop && !fires(yes, name)).map(({ name }) => name);
    const loud = rows.filter(({ no, name }) => fires(no, name)).map(({ name }) => name);
    expect(loud).toEqual([]);
    // What the parser of this model misreads; the number may only fall.
    expect(silent.length / rows.length).toBeLessThan(0.05);
  });
});

const article = sharedPath("seeds", "article.txt");
const gold = sharedPath("gold", "article.events.json");
if (!article || !gold) console.warn("test/coding/whole.test.ts: the article is skipped, ../shared is absent");

describe.skipIf(noModel || !article || !gold)("the article", () => {
  test("gives its events and quotations, and none that are false", () => {
    const text = readFileSync(article!, "utf8");
    const score = scoreArticle(
      read(documentOf("article", text, "2021-01-10"), reader()),
      text,
      JSON.parse(readFileSync(gold!, "utf8")),
    );
    expect(score.events.filter(({ found }) => found).length).toBeGreaterThanOrEqual(14);
    expect(score.quotations.filter(({ found }) => found).length).toBeGreaterThanOrEqual(8);
    expect(score.falseEvents.map(({ rule }) => rule)).toEqual([]);
  });
});
