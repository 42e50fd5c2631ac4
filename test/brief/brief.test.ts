import { expect, test } from "vitest";
import { briefHtml, briefMarkdown, briefPdf, writeBrief } from "../../src/brief/index.ts";
import { EntenteError } from "../../src/schema/index.ts";
import { EXERCISE, factsOf, KING, measuresOf, STATEMENT, STEWARD, type Told, type World } from "./world.ts";

const sentences = (world: World): string[] =>
  writeBrief(factsOf(world)).sections.flatMap(({ statements }) => statements.map(({ sentence }) => sentence));

const many = (count: number, change: (at: number) => Partial<Told> = () => ({})): Told[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `i${at}`,
    text: `Arnor and Gondor opened the road number ${at} through the forest of Eryn Vorn, the herald said.`,
    words: `opened the road number ${at}`,
    incident: {
      domain: "economic",
      date: {
        from: `2020-${String((at % 12) + 1).padStart(2, "0")}-01`,
        to: `2020-${String((at % 12) + 1).padStart(2, "0")}-01`,
      },
    },
    ...change(at),
  }));

test("a brief of one incident and one quotation reads as written", async () => {
  const brief = writeBrief(
    factsOf({ told: [EXERCISE], sayings: [STATEMENT], exposure: [{ month: "2020-12", documents: 1 }] }),
  );
  await expect(briefMarkdown(brief)).toMatchFileSnapshot("snapshots/one-incident.md");
});

test("where nothing has a date, all that is known is told, and no period is made up", () => {
  const undated = ["one", "two"].map((id): Told => ({ ...EXERCISE, id, dated: false, incident: { date: undefined } }));
  const facts = factsOf({ told: undated });
  const brief = writeBrief({ ...facts, view: { ...facts.view, period: undefined } });
  expect(brief.title).toBe("Arnor and Gondor");
  expect(brief.period).toBeUndefined();
  const written = brief.sections.flatMap(({ statements }) => statements.map(({ sentence }) => sentence));
  expect(written[0]).toBe("The ledger holds two incidents between Arnor and Gondor, both of them cooperative.");
  expect(written).toContain("For none of the two incidents could a date be read.");
  expect(
    written.filter((sentence) =>
      /period|2020|1970/.test(sentence.replace(/“[^”]*”/g, "").replace(/on 29 December 2020/g, "")),
    ),
  ).toEqual([]);
  expect(Buffer.compare(briefPdf(brief), briefPdf(brief))).toBe(0);
  expect(briefHtml(brief)).toContain("Sourced brief</p>");
});

test("a period without an incident says so and gives no score", async () => {
  await expect(briefMarkdown(writeBrief(factsOf({})))).toMatchFileSnapshot("snapshots/no-incident.md");
});

test("a call is told by the names of the two who spoke, in full at first and short after it", () => {
  const call = (id: string, day: string): Told => ({
    id,
    text: `King Elessar Telcontar and Chancellor Arvedui Fíriel spoke by telephone about road ${id}.`,
    words: "spoke by telephone",
    incident: { type: "CONSULT", mode: "phone", domain: "diplomatic", date: { from: day, to: day } },
    source: { published: day },
  });
  const told = [call("one", "2020-03-01"), call("two", "2020-09-01")];
  const written = sentences({ told, persons: { one: [KING, STEWARD], two: [KING, STEWARD] } });
  expect(written).toContain(
    "On 1 March 2020, Arnorian Chancellor Arvedui Fíriel and Gondorian King Elessar Telcontar spoke by telephone, according to Minas Tirith Herald.",
  );
  expect(written).toContain("Arvedui and Elessar spoke by telephone on 1 September 2020, Minas Tirith Herald reports.");
});

test("an exercise is told with its kind, place and day, and every independent source", () => {
  const again: Told = {
    id: "again",
    again: "exercise",
    text: "Ships of both realms trained together, the Arnorian admiralty said in Annúminas.",
    words: "trained together",
    source: { publisher: "Annúminas Gazette", side: "ARN", stateMedia: true },
  };
  expect(sentences({ told: [EXERCISE, again] })).toContain(
    "On 28 December 2020, Arnor and Gondor held a joint naval exercise in the Bay of Belfalas, according to Minas Tirith Herald and Annúminas Gazette (Arnorian state media).",
  );
});

test("a copy of one text is no second source", () => {
  const copy: Told = { ...EXERCISE, id: "copy", again: "exercise", source: { publisher: "Bree Mail" } };
  expect(sentences({ told: [EXERCISE, copy] }).find((sentence) => sentence.includes("naval"))).toBe(
    "On 28 December 2020, Arnor and Gondor held a joint naval exercise in the Bay of Belfalas, according to Minas Tirith Herald (also carried by Bree Mail).",
  );
});

test("what one sentence tells is told once", () => {
  const second: Told = { ...EXERCISE, id: "second", incident: { type: "AGREE", domain: "military" } };
  const written = sentences({ told: [EXERCISE, second] });
  expect(written.filter((sentence) => sentence.includes("held a joint naval"))).toHaveLength(1);
});

test("neighbouring sentences of one kind differ in form", () => {
  const written = sentences({ told: many(6) }).filter((sentence) => sentence.includes("road number"));
  const forms = written.map((sentence) => sentence.replace(/“[^”]*”/g, "…").replace(/\d+/g, "0"));
  expect(written).toHaveLength(6);
  for (const [at, form] of forms.slice(1).entries()) expect(form).not.toBe(forms[at]);
});

test("of hundreds the foremost are told in the order of their dates and the rest is counted", () => {
  const brief = writeBrief(factsOf({ told: many(300) }));
  const economy = brief.sections.find(({ heading }) => heading === "Economy")?.statements ?? [];
  expect(economy).toHaveLength(61);
  expect(economy.at(-1)?.sentence).toBe("240 further incidents of this domain are in the ledger and not told here.");
  const dates = economy.slice(0, -1).map(({ incidents }) => Number(incidents?.[0].slice(1)) % 12);
  expect(dates).toEqual([...dates].sort((a, b) => a - b));
});

test("a rise is told in a word of the scale with its probability and its reasons", () => {
  const verdict = {
    verdict: "strengthened",
    probability: 0.98,
    reasons: [{ id: "exercise", in: "window", effect: 12 }],
  } as const;
  const written = sentences({
    told: [EXERCISE],
    changes: { measures: measuresOf({ verdict: { ...verdict, reasons: [...verdict.reasons] } }) },
  });
  expect(written[0]).toBe("It is almost certain that Arnor and Gondor were closer in 2020 than in 2019 (98 per cent).");
  expect(written).toContain("What speaks most for a rise: a joint naval exercise on 28 December 2020.");
  expect(written.find((sentence) => sentence.startsWith("Confidence"))).toMatch(/^Confidence in this judgment is low/);
});

test("a cooling is told by the probability of the fall", () => {
  const measures = measuresOf({ verdict: { verdict: "weakened", probability: 0.01 } });
  expect(sentences({ told: [EXERCISE], changes: { measures } })[0]).toBe(
    "It is almost certain that Arnor and Gondor were further apart in 2020 than in 2019 (99 per cent).",
  );
});

test("no change is told as such and not as an absence of relations", () => {
  const measures = measuresOf({ verdict: { verdict: "steady", probability: 0.5 } });
  expect(sentences({ told: [EXERCISE], changes: { measures } })[0]).toBe(
    "No change can be told: there is a roughly even chance that Arnor and Gondor were closer in 2020 than in 2019 (50 per cent), which is not enough to call a rise or a fall.",
  );
});

test("too little evidence gives no verdict and says why", () => {
  expect(sentences({ told: [EXERCISE], changes: { measures: measuresOf() } })[0]).toBe(
    "Whether Arnor and Gondor were closer in 2020 than in 2019 can’t be told: there are too few incidents in these periods.",
  );
});

test("cooperation and conflict are counted apart", () => {
  const quarrel: Told = {
    id: "quarrel",
    text: "Arnor accused Gondor of cutting wood in its forests, the herald said.",
    words: "Arnor accused Gondor",
    incident: { type: "ACCUSE", domain: "diplomatic", actors: ["ARN"], recipients: ["GON"], score: -2 },
  };
  expect(sentences({ told: [EXERCISE, quarrel] })).toContain(
    "For 2020 the ledger holds two incidents between Arnor and Gondor, one of them cooperative and one conflictual.",
  );
});

test("incidents of one side's outlets alone are counted as such", () => {
  const one: Told = { ...EXERCISE, source: { publisher: "Annúminas Gazette", side: "ARN", stateMedia: true } };
  expect(sentences({ told: [one] })).toContain("One incident is reported by Arnorian outlets alone.");
});

test("an incident directed against a third state is told with its name", () => {
  const measures = measuresOf({
    thirdStates: [{ third: "MOR", name: "Mordor", points: [], directedAgainst: ["exercise"], towards: [0, 0] }],
  });
  const told: Told[] = [{ ...EXERCISE, text: EXERCISE.text.replace("on Monday", "against Mordor on Monday") }];
  expect(sentences({ told, changes: { measures } })).toContain(
    "One incident between Arnor and Gondor is told as directed against Mordor.",
  );
});

test("a verdict that hangs on the counting rule says so", () => {
  const measures = measuresOf({ verdict: { verdict: "strengthened", probability: 0.99 } });
  const other = { ...measuresOf(), rule: { name: "without state media", words: "" } };
  expect(sentences({ told: [EXERCISE], changes: { measures, otherRules: [other] } })).toContain(
    "Counted by the rule “without state media”, the verdict would be that there is not enough evidence for one.",
  );
});

test("two accounts of one call are held against each other", () => {
  const call: Told = { ...EXERCISE, id: "call", incident: { type: "CONSULT", mode: "phone", domain: "diplomatic" } };
  const facts = factsOf({ told: [call] });
  const source = (publisher: string) => ({ document: "d-call", publisher, published: "2020-12-29" });
  const point = (text: string) => ({
    id: text,
    text,
    span: [call.text.indexOf(text), call.text.indexOf(text) + text.length] as [number, number],
    lemmas: ["fleet", "sail", "home", "tuesday"],
  });
  const only = "Arnor and Gondor held a joint naval exercise in the Bay of Belfalas on Monday.";
  const both = "The fleets sailed home on Tuesday.";
  const comparison = {
    shared: [
      { first: point(both), second: point(both), similarity: 1, onlyFirst: [], onlySecond: [], differentWords: false },
    ],
    onlyFirst: [point(only)],
    onlySecond: [],
    tone: {},
  };
  const readouts = [{ incident: "call", first: source("Citadel"), second: source("Annúminas Court"), comparison }];
  const written = writeBrief({ ...facts, readouts }).sections.flatMap(({ statements }) =>
    statements.map(({ sentence }) => sentence),
  );
  expect(written).toContain(`Without a match in the other account, Citadel has: “${only}”`);
  expect(written.find((sentence) => sentence.startsWith("Two accounts"))).toMatch(
    /by Citadel and Annúminas Court, published on 29 December 2020, .* one point stands in both, one in the first alone and none in the second alone\.$/,
  );
});

test("a changed original stops the build with the sentence that no longer holds", () => {
  const facts = factsOf({ told: [EXERCISE] });
  const changed = { ...facts, slice: () => "another text" };
  expect(() => writeBrief(changed)).toThrow(EntenteError);
  expect(() => writeBrief(changed)).toThrow(/does not resolve in document d-exercise/);
});

test("a deleted document stops the build", () => {
  const facts = factsOf({ told: [EXERCISE] });
  expect(() => writeBrief({ ...facts, slice: () => "" })).toThrow(/does not resolve in document d-exercise/);
});

test("a relation without any document is refused, not written empty", () => {
  const facts = factsOf({});
  expect(() => writeBrief({ ...facts, view: { ...facts.view, period: undefined } })).toThrow(
    /holds nothing on Arnor and Gondor/,
  );
});

test("a plan is told as a plan and is no incident that happened", () => {
  const plan: Told = {
    id: "plan",
    text: "Arnor and Gondor will hold a joint exercise in spring, the herald said.",
    words: "will hold a joint exercise",
    incident: { status: "planned" },
  };
  const brief = writeBrief(factsOf({ told: [plan] }));
  expect(brief.sections.map(({ heading }) => heading)).toContain("Announced or intended");
  expect(brief.sections[0].statements[0].measures).toContainEqual({ name: "incidents", value: "0" });
});

test("the same facts give the same brief", () => {
  const world = { told: [EXERCISE, ...many(20)], sayings: [STATEMENT] };
  expect(JSON.stringify(writeBrief(factsOf(world)))).toBe(JSON.stringify(writeBrief(factsOf(world))));
});

test("statement ids are unique in a brief", () => {
  const brief = writeBrief(
    factsOf({ told: [EXERCISE, ...many(20)], sayings: [STATEMENT], changes: { measures: measuresOf() } }),
  );
  const ids = brief.sections.flatMap(({ statements }) => statements.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
});

test("markup in a title or quotation is harmless text in Markdown", () => {
  const hostile = "<script>alert(1)</script> [x](javascript:1) *b*";
  const told: Told = { ...EXERCISE, source: { title: hostile, publisher: "a|b <b>", url: "javascript:alert(1)" } };
  const markdown = briefMarkdown(writeBrief(factsOf({ told: [told] })));
  expect(markdown).not.toContain("<script>");
  expect(markdown).toContain("&lt;script&gt;");
  expect(markdown).not.toMatch(/[^\\]\[x\\?\]\(/);
  expect(markdown).not.toContain("<javascript:");
});

test("a denial is told where the words deny something, and nowhere else", () => {
  const denied = (words: string): Told => ({
    id: "denial",
    text: words,
    words: words.slice(0, 12),
    incident: { status: "denied" },
  });
  const headings = (told: Told): string[] =>
    writeBrief(factsOf({ told: [told] })).sections.map(({ heading }) => heading);
  expect(headings(denied("The fleets of Arnor and Gondor did not cross the border, the admiral said."))).toContain(
    "Denied",
  );
  expect(headings(denied("The fleets of Arnor and Gondor crossed the border, the admiral said."))).not.toContain(
    "Denied",
  );
});
