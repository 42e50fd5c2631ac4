import type {
  ActorQuery,
  BlocsQuery,
  EditsQuery,
  QueueQuery,
  ReadoutsQuery,
  RelationQuery,
  SearchQuery,
  Subscription,
} from "../../../src/schema/index.ts";
import { FakeDesk } from "../fake-desk.ts";
import { FakeEdits } from "./edits.ts";
import { FakeReviews } from "./reviews.ts";
import { FakeWatch } from "./watch.ts";

const AT = "2024-05-01T12:00:00.000Z";
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

const many = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));

/** Codes of states that are none. */
const codeAt = (at: number): string => `Q${LETTERS[Math.floor(at / 26)]}${LETTERS[at % 26]}`;

const CODES = many(200, codeAt);

/** A hundred characters with words to be coded. */
const SENTENCE =
  "On that day China met Russia, as it had done on the day before, and both said that they would again. ";

/** What each page shows of far more than anybody reads. */
export class HugeDesk extends FakeDesk {
  override readonly edits = new HugeEdits(this);
  override readonly watch = new HugeWatch(this);
  override readonly reviews = new HugeReviews(() => []);
  override readonly search = { find: (query: SearchQuery) => this.#found(query), counts: async () => COUNTS };
  override readonly actors = { actor: (query: ActorQuery) => this.#actor(query) };

  readonly #small = new FakeDesk();

  constructor() {
    super();
    this.subscriptions.shown.push(...many(300, subscriptionAt));
    this.subscriptions.known = many(800, (at) => ({ publisher: `Outlet ${at}`, documents: 800 - at }));
    many(200, (at) => this.jobs.show({ name: `Folder ${at}`, added: 5, done: 5 }));
    many(60, (at) => this.jobs.show({ name: `Broken off ${at}`, state: "interrupted" }));
    this.jobs.show({ name: "The scanned press" }, many(3_000, refusalAt));
  }

  override async states() {
    return CODES.map((code) => ({ code, name: `State of ${code}` }));
  }

  override async overview() {
    const overview = await super.overview();
    const [first] = overview.dyads;
    const pairs = CODES.slice(0, 40).flatMap((a, at) => CODES.slice(at + 1, 40).map((b) => [a, b] as [string, string]));
    return {
      ...overview,
      dyads: pairs.map((dyad) => ({ ...first, dyad, names: dyad, trend: TREND })),
      newest: many(600, (at) => ({ ...overview.newest[0], id: `i${at}` })),
      places: many(400, (at) => ({
        ...{ name: `Place ${at}`, lat: (at % 120) - 60, lon: ((at * 7) % 340) - 170 },
        ...{ cooperative: at % 9, conflictual: at % 4 },
      })),
    };
  }

  override async incident(id: string) {
    const incident = await super.incident("i-patrol-2020");
    const [one] = incident.reports;
    const reports = many(500, (at) => ({
      report: { ...one.report, id: `${one.report.id}${at}`, score: at % 7 },
      evidence: one.evidence.map((words) => ({
        ...words,
        source: { ...words.source, document: `d${at}`, publisher: `Outlet ${at}`, side: CODES[at % 9] },
      })),
    }));
    const dates = reports.map((each, at) => ({
      ...each,
      report: { ...each.report, date: { from: `2020-12-${10 + (at % 20)}`, to: `2020-12-${10 + (at % 20)}` } },
    }));
    return { ...incident, id, reports: dates, documents: 500, publishers: 500 };
  }

  override async document(id: string) {
    const { evidence } = await super.incident("i-patrol-2020");
    const view = await super.document(evidence.source.document);
    const reading = view.reading;
    if (!reading) throw new Error("the patrol was not coded");
    const text = SENTENCE.repeat(2_000);
    const from = (at: number, by: number, to: number): [number, number] => [
      at * SENTENCE.length + by,
      at * SENTENCE.length + to,
    ];
    const reports = many(2_000, (at) => ({ ...reading.reports[0], id: `r${at}`, evidence: [from(at, 12, 28)] }));
    const quotations = many(1_000, (at) => ({
      ...{ id: `q${at}`, speaker: { name: "Both" }, kind: "indirect" as const, inside: null },
      ...{ cue: from(2 * at, 73, 77), content: [from(2 * at, 78, 99)] },
    }));
    const mentions = many(4_000, (at) => ({
      ...reading.mentions[0],
      id: `m${at}`,
      span: from(Math.floor(at / 2), at % 2 ? 22 : 12, at % 2 ? 28 : 17),
    }));
    return {
      ...view,
      document: { ...view.document, id, text },
      reading: { ...reading, reports, quotations, mentions },
      incidentOf: Object.fromEntries(reports.map((report) => [report.id, "i-patrol-2020"])),
    };
  }

  override async explain(id: string) {
    const explained = await super.explain((await super.incident("i-patrol-2020")).evidence.source.document);
    const [one] = explained.sentences;
    const sentences = many(2_000, (at) => ({
      ...one,
      span: [at * SENTENCE.length, (at + 1) * SENTENCE.length] as [number, number],
      reports: [`r${at}`],
    }));
    return { document: id, sentences };
  }

  override async readouts(query: ReadoutsQuery) {
    const view = await this.#small.readouts(query);
    const said = (side: string, at: number) => ({
      ...{ id: `${side}${at}`, text: `Point ${at} of the ${side}.` },
      span: [0, 5] as [number, number],
    });
    return {
      ...view,
      shared: many(400, (at) => ({
        ...{ first: said("one", at), second: said("other", at), similarity: 0.8, differentWords: at % 2 > 0 },
        ...{ onlyFirst: ["firmly"], onlySecond: ["calmly"] },
      })),
      onlyFirst: many(600, (at) => said("first", at)),
      onlySecond: many(600, (at) => said("second", at)),
      others: many(300, (at) => ({ ...view.second.source, document: `d${at}` })),
    };
  }

  override async blocs(query: BlocsQuery) {
    const view = await super.blocs(query);
    const [member] = view.members;
    const pairs = CODES.flatMap((a, at) => CODES.slice(at + 1).map((b) => ({ a, b })));
    return {
      ...view,
      members: CODES.map((state, at) => ({ ...member, state, name: `State of ${state}`, bloc: at % 6 })),
      ties: pairs.map((pair, at) => ({ ...pair, weight: (at % 41) - 20, incidents: 3 })),
      moves: CODES.map((state) => ({ state, left: CODES.slice(0, 30), joined: CODES.slice(30, 60) })),
    };
  }

  override async brief(query: RelationQuery) {
    const brief = await this.#small.brief(query);
    const [summary, events] = brief.sections;
    const statements = many(1_500, (at) => {
      const { evidence } = events.statements[at % events.statements.length];
      const cited = evidence.map((each) => ({ ...each, source: { ...each.source, document: `d${at}` } }));
      return { id: `s${at}`, sentence: `They met for the ${at}. time.`, evidence: cited, measures: [] };
    });
    const sources = statements.flatMap(({ evidence }) => evidence[0].source);
    return { ...brief, sections: [summary, { ...events, statements }], sources };
  }

  async #found({ kind = "documents", limit = 20 }: SearchQuery) {
    const { newest } = await super.overview();
    const facets = FACETS.map((name) => ({
      name,
      values: many(500, (at) => ({ value: `${name} ${at}`, label: `${name} ${at}`, count: 500 - at })),
    }));
    const hits = many(limit, (at) => ({
      ...{ kind: "document" as const, score: 1, words: SENTENCE.repeat(3), marks: [], at: [] },
      source: { ...newest[0].evidence.source, document: `d${at}` },
    }));
    return { kind, matches: 90_000, hits, facets, approximate: true, ignored: [] };
  }

  async #actor({ id }: ActorQuery) {
    const { newest } = await super.overview();
    const { quotations } = await super.relation({ a: "CHN", b: "RUS" });
    return {
      actor: { id, name: "The ministry", kind: "organ" as const, country: "CHN" },
      offices: many(60, (at) => ({
        ...{ office: `Office ${at}`, country: "CHN", sector: "GOV" as const, source: "A table" },
        from: `${1940 + at}-01-01`,
      })),
      ...{ documents: 90_000, said: 40_000, did: 30_000 },
      months: many(300, (at) => ({
        month: `${2000 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`,
        ...{ said: at % 30, did: at % 17 },
      })),
      ...{ types: [], domains: [] },
      counterparts: CODES.map((country) => ({ country, incidents: 12 })),
      quotations: many(2_000, (at) => ({ ...quotations[0], id: `q${at}` })),
      incidents: many(2_000, (at) => ({ ...newest[0], id: `i${at}` })),
      outlets: many(500, (at) => ({ outlet: `Outlet ${at}`, quotations: 4 })),
    };
  }
}

const COUNTS = { documents: 90_000, quotations: 40_000, incidents: 30_000, speakers: 2_000 };
const FACETS = ["outlet", "side", "year"] as const;
const TREND = many(12, (at) => ({
  ...{ quarter: `${2018 + Math.floor(at / 4)}-Q${(at % 4) + 1}`, incidents: 3 },
  net: at % 5 ? 4 : -4,
}));

const subscriptionAt = (at: number): Subscription => ({
  ...{ id: `s${at}`, kind: "feed", address: `https://example.org/feeds/of/the/ministry/number-${at}.xml` },
  ...{ every: 900, added: AT, next: AT, taken: at, refused: at % 3, busy: false },
});

const refusalAt = (at: number) => ({
  input: `press/scans/page-${at}.png`,
  error: { code: "input.binary", message: `press/scans/page-${at}.png is no text.`, remedy: "Give a text." },
});

class HugeReviews extends FakeReviews {
  readonly #small = new FakeDesk();

  override async queue(query: QueueQuery = {}) {
    const queue = await this.#small.reviews.queue(query);
    const [one] = queue.items;
    const items = many(query.limit ?? 20, (at) => ({ ...one, report: { ...one.report, id: `r${at}` } }));
    return { ...queue, items, progress: { ...queue.progress, machine: 250_000, reviewed: 40_000 } };
  }

  override async agreement() {
    const fields = (["judgement", "type"] as const).map((field) => ({ field, n: 40, share: 0.8, kappa: 0.6 }));
    return {
      pairs: many(66, (at) => ({
        reviewers: [`Reader ${at}`, "Another"] as [string, string],
        n: 40,
        blind: 9,
        fields,
      })),
    };
  }
}

class HugeEdits extends FakeEdits {
  override async open(query: EditsQuery) {
    const opened = await super.open(query);
    const versions = many(200, (at) => ({
      ...{ number: at + 1, at: AT, words: `Draft ${at}`, title: opened.brief.title, statements: 1_500 },
    }));
    return { ...opened, versions };
  }
}

class HugeWatch extends FakeWatch {
  override async settings() {
    const settings = await super.settings();
    const alerts = many(400, (at) => ({
      ...{ id: `alert-${at}`, dyad: ["CHN", "RUS"] as [string, string], when: { kind: "verdict" as const } },
      to: [{ kind: "feed" as const }],
    }));
    return { ...settings, alerts };
  }

  override async sent() {
    return many(2_000, (at) => ({
      ...{ at: AT, kind: "alert" as const, title: `Alert ${at}`, target: "feed", outcome: "sent" as const },
    }));
  }
}
