import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Command } from "commander";
import {
  applyEdits,
  briefAs,
  briefMail,
  checkedLogo,
  differencesOf,
  differencesText,
  FORMATS,
  type Format,
  fileOutbox,
  logoUrl,
  type Paper,
  SmtpSettings,
  sendMail,
} from "../brief/index.ts";
import { openDesk } from "../desk/index.ts";
import { Brief, BriefEdits, EntenteError, type Imprint } from "../schema/index.ts";
import { bytesOfFile, jsonFile } from "./json-file.ts";
import type { Output } from "./output.ts";

interface Options {
  readonly data: string;
  readonly from?: string;
  readonly to?: string;
  readonly format: string;
  readonly out?: string;
  readonly paper: string;
  readonly edits?: string;
  readonly compare?: string;
  readonly byline?: string;
  readonly organisation?: string;
  readonly marking?: string;
  readonly logo?: string;
  readonly mailTo: string[];
  readonly smtp?: string;
}

const chosen = <T extends string>(value: string, of: readonly T[], option: string): T => {
  const known = of.find((each) => each === value);
  if (known === undefined)
    throw new EntenteError("usage", { detail: `${option} is one of ${of.join(", ")}, not ${value}` });
  return known;
};

async function imprintOf({ byline, organisation, marking, logo }: Options): Promise<Imprint> {
  const image = logo === undefined ? undefined : logoUrl(checkedLogo(await bytesOfFile(logo)));
  return {
    ...(byline && { byline }),
    ...(organisation && { organisation }),
    ...(marking && { marking }),
    ...(image && { logo: image }),
  };
}

/** The brief with the edits of a file and the imprint of the options; what found no place is said. */
async function edited(brief: Brief, options: Options, output: Output): Promise<Brief> {
  const given =
    options.edits === undefined
      ? { schema: "entente.brief-edits/1" as const, edits: [] }
      : await jsonFile(options.edits, BriefEdits);
  const {
    brief: result,
    lost,
    stale,
  } = applyEdits(brief, { ...given, imprint: { ...given.imprint, ...(await imprintOf(options)) } });
  for (const edit of lost)
    output.say(`edit without a place: ${edit.kind} ${"statement" in edit ? edit.statement : edit.section}`);
  for (const edit of stale)
    output.say(`edit over a sentence that has changed: ${"statement" in edit ? edit.statement : edit.section}`);
  return result;
}

async function send(brief: Brief, settingsPath: string, options: Options, paper: Paper, output: Output): Promise<void> {
  const settings = await jsonFile(settingsPath, SmtpSettings);
  const mail = await briefMail(brief, { from: settings.from, to: options.mailTo, date: new Date(), paper });
  const outbox = fileOutbox(join(options.data, "outbox.ndjson"));
  const delivery = await sendMail(mail, settings, outbox, {
    onRetry: (detail, attempt) => output.say(`attempt ${attempt} failed (${detail}); trying again`),
  });
  for (const recipient of delivery.skipped) output.say(`${recipient} has had it already`);
  for (const { recipient, detail } of delivery.refused) output.say(`not sent to ${recipient}: ${detail}`);
  output.say(`sent to ${delivery.sent.length} of ${mail.to.length}`);
}

async function print(brief: Brief, format: Format, options: Options, paper: Paper, output: Output): Promise<void> {
  const written = await briefAs(brief, format, { paper, to: options.mailTo });
  if (options.out !== undefined) await writeFile(options.out, written);
  else if (typeof written === "string") await output.write(written);
  else if (process.stdout.isTTY) throw new EntenteError("usage", { detail: `--format ${format} needs --out FILE` });
  else process.stdout.write(written);
}

async function brief(a: string, b: string, options: Options, output: Output): Promise<void> {
  const format = output.json ? "json" : chosen(options.format, FORMATS, "--format");
  const paper = chosen<Paper>(options.paper, ["a4", "letter"], "--paper");
  if (options.smtp !== undefined && options.mailTo.length === 0)
    throw new EntenteError("usage", { detail: "--smtp needs --mail-to" });
  const desk = await openDesk(options.data);
  try {
    const written = await edited(await desk.brief({ a, b, from: options.from, to: options.to }), options, output);
    if (options.compare !== undefined)
      await output.write(differencesText(differencesOf(await jsonFile(options.compare, Brief), written)));
    else if (options.smtp !== undefined) await send(written, options.smtp, options, paper, output);
    else await print(written, format, options, paper, output);
  } finally {
    await desk.close();
  }
}

const EXAMPLES = `
  $ entente brief CHN RUS --from 2020-01-01 --to 2020-12-31 > brief.md
  $ entente brief CHN RUS --format pdf --paper letter --out brief.pdf --byline "A. Analyst" --marking "For official use"
  $ entente brief CHN RUS --edits edits.json --format html --out brief.html
  $ entente brief CHN RUS --compare last-month.json        what has changed since the brief saved there
  $ entente brief CHN RUS --smtp mail.json --mail-to reader@example.org`;

const collected = (value: string, all: string[]): string[] => [...all, value];

export function briefCommand(program: Command, output: Output): void {
  program
    .command("brief")
    .description("Write the sourced account of two states over a period.")
    .argument("<state>", "ISO code or English name, as CHN")
    .argument("<state>", "the other state, as RUS")
    .option("--from <day>", "first day, as 2020-01-01")
    .option("--to <day>", "last day, as 2020-12-31")
    .option("--format <format>", `one of ${FORMATS.join(", ")}`, "md")
    .option("--out <file>", "write to a file instead of standard output")
    .option("--paper <paper>", "a4 or letter, for the PDF", "a4")
    .option("--edits <file>", "an analyst's edits (docs/schema/brief-edits.json)")
    .option("--compare <file>", "print what differs from a brief saved as JSON")
    .option("--byline <name>", "who signs it")
    .option("--organisation <name>", "who issues it")
    .option("--logo <file>", "a PNG, JPEG or plain SVG in its head")
    .option("--marking <line>", "a classification or embargo line on every page")
    .option("--mail-to <address>", "a recipient of the mail; may be given again", collected, [])
    .option("--smtp <file>", "send it by the mail server that this JSON file names")
    .option("--data <folder>", "the data folder", "entente-data")
    .option("--json", "print the brief as JSON (docs/schema/brief.json)")
    .addHelpText("after", EXAMPLES)
    .action((a: string, b: string, options: Options) => brief(a, b, options, output));
}
