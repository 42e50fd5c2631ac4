import type { Command } from "commander";
import {
  DOMAINS,
  type Domain,
  EntenteError,
  EVENT_TYPES,
  type EventType,
  MOST_HITS,
  SEARCH_KINDS,
  type SearchKind,
  type SearchQuery,
  STATUSES,
  type Status,
} from "../schema/index.ts";
import type { Output } from "./output.ts";
import { hitsCsv, resultText } from "./search-text.ts";
import { openExisting } from "./with-desk.ts";

interface Options {
  readonly data: string;
  readonly kind: string;
  readonly from?: string;
  readonly to?: string;
  readonly actor?: string;
  readonly dyad?: string;
  readonly type?: string;
  readonly domain?: string;
  readonly status?: string;
  readonly place?: string;
  readonly outlet?: string;
  readonly side?: string;
  readonly media?: string;
  readonly language?: string;
  readonly newest?: boolean;
  readonly limit: string;
  readonly offset: string;
  readonly csv?: boolean;
}

const HELP = `
All words must stand in the text; "words in quotation marks" stand there as a phrase, -word must not stand there. The
results are ranked by BM25; docs/ledger.md has how. Conditions can stand without words.

  $ entente search "joint patrol" --dyad CHN-RUS --from 2020-01-01
  $ entente search 'sanctions -oil' --kind quotations --actor "Wang Yi" --newest
  $ entente search '"strategic bomber"' --kind incidents --type COOPERATE --json
  $ entente search lavrov --kind speakers`;

function oneOf<T extends string>(option: string, value: string | undefined, allowed: readonly T[]): T | undefined {
  if (value === undefined) return undefined;
  const found = allowed.find((each) => each.toLowerCase() === value.toLowerCase());
  if (found) return found;
  throw new EntenteError("usage", { detail: `--${option} is one of ${allowed.join(", ")}, not ${value}` });
}

function whole(option: string, value: string, least: number, most: number): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new EntenteError("usage", { detail: `--${option} is a whole number from ${least} to ${most}, not ${value}` });
}

function queryOf(words: readonly string[], options: Options): SearchQuery {
  const { from, to, actor, dyad, place, outlet, side, language } = options;
  if (dyad !== undefined && !/^[A-Za-z]{3}-[A-Za-z]{3}$/.test(dyad))
    throw new EntenteError("usage", { detail: `--dyad is two codes such as CHN-RUS, not ${dyad}` });
  return {
    words: words.join(" "),
    kind: oneOf<SearchKind>("kind", options.kind, SEARCH_KINDS),
    type: oneOf<EventType>("type", options.type, EVENT_TYPES),
    domain: oneOf<Domain>("domain", options.domain, DOMAINS),
    status: oneOf<Status>("status", options.status, STATUSES),
    media: oneOf("media", options.media, ["state", "other"] as const),
    ...{ from, to, actor, dyad, place, outlet, side: side?.toUpperCase(), language },
    order: options.newest ? "newest" : "rank",
    limit: whole("limit", options.limit, 1, MOST_HITS),
    offset: whole("offset", options.offset, 0, 10_000),
  };
}

async function search(words: readonly string[], options: Options, output: Output): Promise<void> {
  const query = queryOf(words, options);
  const desk = await openExisting(options.data);
  try {
    const result = await desk.search.find(query);
    if (output.json) await output.value(result);
    else await output.write(options.csv ? hitsCsv(result) : resultText(result, query));
  } finally {
    await desk.close();
  }
}

export function searchCommand(program: Command, output: Output): void {
  program
    .command("search")
    .description("Find documents, quotations, incidents or speakers by words and conditions.")
    .argument("[words...]", 'words, "a phrase", -without')
    .option("--kind <kind>", SEARCH_KINDS.join(", "), "documents")
    .option("--from <day>", "first day, as 2020-01-01")
    .option("--to <day>", "last day, as 2020-12-31")
    .option("--actor <name>", "who is named, speaks or takes part: a name, a code, or an id such as RUS.mfa")
    .option("--dyad <codes>", "two states, as CHN-RUS")
    .option("--type <type>", "a PLOVER event type, as COOPERATE")
    .option("--domain <domain>", "diplomatic, military, …")
    .option("--status <status>", STATUSES.join(", "))
    .option("--place <name>", "a place that is named")
    .option("--outlet <name>", "who published it")
    .option("--side <code>", "country of the outlet, as RUS")
    .option("--media <owner>", "state (outlets that a state owns) or other")
    .option("--language <tag>", "language of the document, as en")
    .option("--newest", "the newest first, not the best")
    .option("--limit <number>", "results shown", "20")
    .option("--offset <number>", "results passed over", "0")
    .option("--data <folder>", "the data folder", "entente-data")
    .option("--csv", "print a row a result as CSV")
    .option("--json", "print the results with their facets as JSON (docs/schema/search-result.json)")
    .addHelpText("after", HELP)
    .action((words: string[], options: Options) => search(words, options, output));
}
