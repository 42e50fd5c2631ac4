import { type Command, Option } from "commander";
import { Correction, EntenteError, QUEUE_PARTS, type QueuePart, type ReviewAct, Span } from "../schema/index.ts";
import type { Output } from "./output.ts";
import { type Common, over, type Signed, signature, signedBy, tell, withData } from "./review-options.ts";
import { agreementText, queueText, reviewLine } from "./review-text.ts";

interface Judging extends Signed {
  readonly second?: boolean;
  readonly blind?: boolean;
}

interface Listing extends Common {
  readonly part?: QueuePart;
  readonly reviewer?: string;
  readonly limit: string;
}

const HELP = `
Reports are named by their document and their id, as \`entente review list\` prints them. A correction is JSON: what is
left out stays, null takes away; states by code, a place by its name.

  $ entente review list CHN RUS
  $ entente review accept d1a… r482-530.COOPERATE --reviewer Ana
  $ entente review correct d1a… r482-530.COOPERATE '{"status":"planned","recipients":["USA"]}' --reviewer Ana
  $ entente review add d1a… 482-530 '{"type":"AID","actors":["CHN"],"recipients":["SRB"]}' --reviewer Ana
  $ entente review undo v3f… --reviewer Ana
  $ entente review gold > gold.ndjson && npm run eval -- gold gold.ndjson`;

const judging = (command: Command): Command =>
  signedBy(command)
    .option("--second", "a second judgement beside that of another reviewer")
    .option("--blind", "judge the coder's own reading, whatever others made of it");

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new EntenteError("usage", { detail: `"${text}" is not JSON` }, { cause });
  }
}

function correctionOf(text: string): Correction {
  const parsed = Correction.safeParse(jsonOf(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new EntenteError("usage", { detail: `the correction's ${issue.path.join(".")} is wrong: ${issue.message}` });
}

/** Spans as they are typed: `482-530,560-571`. */
function spansOf(text: string): Span[] {
  return text.split(",").map((part) => {
    const span = Span.safeParse(part.split("-").map(Number));
    if (!span.success) throw new EntenteError("usage", { detail: `"${part}" is no span like 482-530` });
    return span.data;
  });
}

const say = (act: ReviewAct, { data }: Common, output: Output): Promise<void> =>
  over(data, async (desk) => tell(await desk.reviews.review(act), output));

const manner = ({ second, blind }: Judging) => ({ ...(second && { second }), ...(blind && { blind }) });

async function list(a: string | undefined, b: string | undefined, options: Listing, output: Output): Promise<void> {
  if ((a === undefined) !== (b === undefined)) throw new EntenteError("usage", { detail: "name two states or none" });
  const { part, reviewer } = options;
  const limit = Number(options.limit);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100)
    throw new EntenteError("usage", { detail: "--limit takes a number from 1 to 100" });
  const queue = await over(options.data, (desk) =>
    desk.reviews.queue({ limit, ...(a && b && { a, b }), ...(part && { part }), ...(reviewer && { reviewer }) }),
  );
  await (output.json ? output.value(queue) : output.write(queueText(queue)));
}

function listCommands(review: Command, output: Output): void {
  withData(review.command("list"))
    .description("What waits for review: the least certain and most consequential first.")
    .argument("[state]", "code or English name")
    .argument("[other]", "code or English name")
    .addOption(new Option("--part <part>", "which reports").choices(QUEUE_PARTS).default("open"))
    .option("--reviewer <name>", "who reviews: leaves out what they have judged")
    .option("--limit <number>", "how many", "10")
    .action((a: string | undefined, b: string | undefined, options: Listing) => list(a, b, options, output));
  withData(review.command("history"))
    .description("What was said, the newest first.")
    .argument("[document]", "id of a document")
    .action(async (document: string | undefined, { data }: Common) => {
      const history = await over(data, (desk) => desk.reviews.history(document === undefined ? {} : { document }));
      if (output.json) return output.value(history);
      for (const one of history) await output.line(`${one.document} ${one.report}\n  ${reviewLine(one)}`);
    });
  withData(review.command("agreement"))
    .description("How far each two reviewers agree: share and Cohen's kappa.")
    .action(async ({ data }: Common) => {
      const agreement = await over(data, (desk) => desk.reviews.agreement());
      await (output.json ? output.value(agreement) : output.write(agreementText(agreement)));
    });
  withData(review.command("gold"))
    .description("Print all that was judged as NDJSON, a line a document, to score a coder on.")
    .option("--text", "with the documents' texts")
    .action(async ({ data, text }: Common & { text?: boolean }) => {
      const lines = await over(data, (desk) => desk.reviews.gold(text ? { text } : {}));
      for (const line of lines) await output.value(line);
    });
}

function judgeCommands(review: Command, output: Output): void {
  for (const [kind, description] of [
    ["accept", "Say that a report is right as it stands."],
    ["reject", "Say that a report is wrong: no such event is told there."],
  ] as const)
    judging(review.command(kind))
      .description(description)
      .argument("<document>")
      .argument("<report>")
      .action((document: string, report: string, options: Judging) =>
        say({ kind, document, report, ...signature(options), ...manner(options) }, options, output),
      );
  judging(review.command("correct"))
    .description("Say what a report should be.")
    .argument("<document>")
    .argument("<report>")
    .argument("<correction>", "JSON")
    .action((document: string, report: string, text: string, options: Judging) => {
      const correction = correctionOf(text);
      return say(
        { kind: "correct", document, report, correction, ...signature(options), ...manner(options) },
        options,
        output,
      );
    });
  signedBy(review.command("comment"))
    .description("Say something about a report without judging it.")
    .argument("<document>")
    .argument("<report>")
    .argument("<words>")
    .action((document: string, report: string, note: string, options: Signed) =>
      say({ kind: "comment", document, report, reviewer: options.reviewer, note }, options, output),
    );
  signedBy(review.command("add"))
    .description("Add an event that the coder missed.")
    .argument("<document>")
    .argument("<spans>", "the words it rests on: 482-530,560-571")
    .argument("<coding>", "JSON with type and actors")
    .action((document: string, spans: string, text: string, options: Signed) => {
      const { type, actors, ...rest } = correctionOf(text);
      if (!type || !actors) throw new EntenteError("usage", { detail: "an event needs a type and actors" });
      const act = { kind: "add", document, spans: spansOf(spans), coding: { ...rest, type, actors } } as const;
      return say({ ...act, ...signature(options) }, options, output);
    });
}

function undoCommand(review: Command, output: Output): void {
  signedBy(review.command("undo"))
    .description("Take back a review, a split or a merge.")
    .argument("<id>", "as printed when it was made")
    .action((id: string, { data, reviewer }: Signed) =>
      over(data, async (desk) => tell(await desk.reviews.undo({ id, reviewer }), output)),
    );
}

/** `entente review`: a person's word on what was coded. */
export function reviewCommand(program: Command, output: Output): void {
  const review = program
    .command("review")
    .description("Accept, correct or reject what was coded, and see how far reviewers agree.")
    .addHelpText("after", HELP);
  listCommands(review, output);
  judgeCommands(review, output);
  undoCommand(review, output);
}
