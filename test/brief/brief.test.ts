import { expect, test } from "vitest";
import { type BriefFacts, briefMarkdown, writeBrief } from "../../src/brief/index.ts";
import { EntenteError, type IncidentSummary, type RelationView, type Span } from "../../src/schema/index.ts";

const TEXT = "Arnor and Gondor held a joint exercise on Monday. “We stand together,” the king of Gondor said.";
const NAMES: Record<string, string> = { ARN: "Arnor", GON: "Gondor" };
const source = {
  document: "d1",
  publisher: "Minas Tirith Herald",
  published: "2020-12-29",
  url: "https://example.org/a",
};
const spanOf = (words: string): Span => [TEXT.indexOf(words), TEXT.indexOf(words) + words.length];
const evidenceOf = (words: string) => ({ source, span: spanOf(words), words });

const exercise: IncidentSummary = {
  id: "i1",
  type: "COOPERATE",
  domain: "military",
  actors: ["ARN", "GON"],
  recipients: [],
  directedAgainst: [],
  date: { from: "2020-12-28", to: "2020-12-28" },
  status: "happened",
  score: 9.5,
  confidence: 0.9,
  documents: 1,
  publishers: 1,
  evidence: evidenceOf("Arnor and Gondor held a joint exercise"),
};

const view: RelationView = {
  dyad: ["ARN", "GON"],
  names: ["Arnor", "Gondor"],
  period: { from: "2020-01-01", to: "2020-12-31" },
  headline: "",
  months: [],
  exposure: [{ month: "2020-12", documents: 1 }],
  incidents: [exercise],
  quotations: [
    {
      id: "q1",
      speaker: "the king of Gondor",
      country: "GON",
      kind: "direct",
      words: "We stand together,",
      spans: [spanOf("We stand together,")],
      source,
    },
  ],
};

const facts = (changes: Partial<RelationView> = {}, text = TEXT): BriefFacts => ({
  view: { ...view, ...changes },
  evidenceOf: new Map(),
  nameOf: (code) => NAMES[code] ?? code,
  slice: (document, [start, end]) => (document === "d1" ? text.slice(start, end) : ""),
  coder: "0.0.0-test",
});

test("a brief of one incident and one quotation reads as written", async () => {
  await expect(briefMarkdown(writeBrief(facts()))).toMatchFileSnapshot("snapshots/one-incident.md");
});

test("a period without an incident says so and gives no score", async () => {
  await expect(briefMarkdown(writeBrief(facts({ incidents: [], quotations: [] })))).toMatchFileSnapshot(
    "snapshots/no-incident.md",
  );
});

test("a changed original stops the build with the sentence that no longer holds", () => {
  expect(() => writeBrief(facts({}, TEXT.replace("exercise", "banquet ")))).toThrow(EntenteError);
  expect(() => writeBrief(facts({}, TEXT.replace("exercise", "banquet ")))).toThrow(/does not resolve in document d1/);
});

test("a relation without any document is refused, not written empty", () => {
  expect(() => writeBrief(facts({ period: undefined }))).toThrow(/holds nothing on Arnor and Gondor/);
});

test("a plan is told as a plan and is no incident that happened", () => {
  const brief = writeBrief(facts({ incidents: [{ ...exercise, status: "planned" }] }));
  expect(brief.sections.map(({ heading }) => heading)).toContain("Announced");
  expect(brief.sections[0].statements[0].measures[0]).toEqual({ name: "incidents", value: "0" });
});

test("markup in a title or quotation is harmless text", () => {
  const hostile = "<script>alert(1)</script> [x](javascript:1) *b*";
  const text = `${TEXT} ${hostile}`;
  const quotation = {
    ...view.quotations[0],
    speaker: "a|b",
    words: hostile,
    spans: [[TEXT.length + 1, text.length] as Span],
    source: { ...source, title: hostile },
  };
  const markdown = briefMarkdown(writeBrief(facts({ quotations: [quotation] }, text)));
  expect(markdown).not.toContain("<script>");
  expect(markdown).toContain("&lt;script&gt;");
  expect(markdown).not.toMatch(/[^\\]\[x\\?\]\(/);
});
