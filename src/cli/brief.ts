import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import type { Command } from "commander";
import {
  applyEdits,
  briefAs,
  briefMail,
  checkedLogo,
  differencesOf,
  differencesText,
  evidenceList,
  FORMATS,
  type Format,
  logoUrl,
  outboxOf,
  type Paper,
  sendMail,
} from "../brief/index.ts";
import type { Desk } from "../desk/index.ts";
import {
  Brief,
  type BriefEdit,
  BriefEdits,
  EditsName,
  EntenteError,
  type Imprint,
  type RelationQuery,
  SmtpSettings,
} from "../schema/index.ts";
import { bytesOfFile, jsonFile } from "./json-file.ts";
import type { Output } from "./output.ts";
import { openExisting } from "./with-desk.ts";

interface Options {
  readonly data: string;
  readonly freeze?: string;
  readonly from?: string;
  readonly to?: string;
  readonly format: string;
  readonly out?: string;
  readonly paper: string;
  readonly edits?: string;
  readonly keep?: string | true;
  readonly compare?: string;
  readonly evidence?: string;
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

/** A brief that is laid over with edits, and what is known of them. */
interface Laid {
  readonly brief: Brief;
  readonly edits: BriefEdits;
  readonly lost: readonly number[];
  readonly stale: readonly number[];
}

const NO_EDITS: BriefEdits = { schema: "entente.brief-edits/1", edits: [] };

/** `--edits` is a file, or a name under which edits are kept. */
const isName = (edits: string | undefined): edits is string =>
  edits !== undefined && EditsName.safeParse(edits).success && !existsSync(edits);

async function laid(desk: Desk, query: RelationQuery, { edits }: Options): Promise<Laid> {
  if (isName(edits)) {
    const opened = await desk.edits.open({ ...query, name: edits });
    if (opened.revision === 0) throw new EntenteError("edits.unknown", { name: edits });
    return opened;
  }
  const given = edits === undefined ? NO_EDITS : await jsonFile(edits, BriefEdits);
  return { edits: given, ...applyEdits(await desk.brief(query), given) };
}

function whatOf(edit: BriefEdit): string {
  if (edit.kind === "sections") return `sections ${edit.sections.join(", ")}`;
  return `${edit.kind} ${"statement" in edit ? edit.statement : edit.section}`;
}

/** The brief with edits and the imprint of the options; what found no place is said. */
async function edited(desk: Desk, query: RelationQuery, options: Options, output: Output): Promise<Brief> {
  const { brief, edits, lost, stale } = await laid(desk, query, options);
  for (const at of lost) output.say(`edit without a place: ${whatOf(edits.edits[at])}`);
  for (const at of stale) output.say(`edit over a sentence that has changed: ${whatOf(edits.edits[at])}`);
  const imprint = { ...edits.imprint, ...(await imprintOf(options)) };
  if (options.keep !== undefined) await keep(desk, query, { ...edits, imprint }, options, output);
  return { ...brief, imprint: { ...brief.imprint, ...imprint } };
}

/** Keeps the edits in the data folder, and the brief as it is now as a version. */
async function keep(
  desk: Desk,
  query: RelationQuery,
  edits: BriefEdits,
  { keep: asked, edits: from }: Options,
  output: Output,
): Promise<void> {
  const name = typeof asked === "string" ? asked : isName(from) ? from : "main";
  if (!EditsName.safeParse(name).success)
    throw new EntenteError("usage", { detail: `--keep ${name} is no name: letters, digits, - and _ only` });
  const { revision, edits: kept } = await desk.edits.open({ ...query, name });
  if (JSON.stringify(kept) !== JSON.stringify(edits)) await desk.edits.save({ ...query, name }, edits, revision);
  const { number } = await desk.edits.keep({ ...query, name });
  output.say(`kept as version ${number} of ${name}`);
}

/** What differs from a brief in a file, or from a version by its number. */
async function compared(desk: Desk, query: RelationQuery, brief: Brief, options: Options): Promise<string> {
  const { compare = "", edits } = options;
  if (!/^\d+$/.test(compare)) return differencesText(differencesOf(await jsonFile(compare, Brief), brief));
  const { brief: version } = await desk.edits.version(
    { ...query, name: isName(edits) ? edits : "main" },
    Number(compare),
  );
  return differencesText(differencesOf(version, brief));
}

async function send(brief: Brief, settingsPath: string, options: Options, paper: Paper, output: Output): Promise<void> {
  const settings = await jsonFile(settingsPath, SmtpSettings);
  const mail = await briefMail(brief, { from: settings.from, to: options.mailTo, date: new Date(), paper });
  const delivery = await sendMail(mail, settings, outboxOf(options.data), {
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
  const desk = await openExisting(options.data, { freeze: options.freeze });
  try {
    const query = { a, b, from: options.from, to: options.to };
    const written = await edited(desk, query, options, output);
    if (options.evidence !== undefined)
      await writeFile(options.evidence, `${JSON.stringify(evidenceList(written), null, 2)}\n`);
    if (options.compare !== undefined) await output.write(await compared(desk, query, written, options));
    else if (options.smtp !== undefined) await send(written, options.smtp, options, paper, output);
    else await print(written, format, options, paper, output);
  } finally {
    await desk.close();
  }
}

const EXAMPLES = `
  $ entente brief CHN RUS --from 2020-01-01 --to 2020-12-31 > brief.md
  $ entente brief CHN RUS --format pdf --paper letter --out brief.pdf --byline "A. Analyst" --marking "For official use"
  $ entente brief CHN RUS --edits main --format html --out brief.html     the edits made on the brief's page
  $ entente brief CHN RUS --edits edits.json --keep main                  keep a file's edits, and a version
  $ entente brief CHN RUS --compare last-month.json        what has changed since the brief saved there
  $ entente brief CHN RUS --edits main --compare 1         what has changed since version 1
  $ entente brief CHN RUS --format pdf --out brief.pdf --evidence evidence.json
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
    .option("--edits <name|file>", "an analyst's edits: kept under a name, or a file (docs/schema/brief-edits.json)")
    .option("--keep [name]", "keep the edits in the data folder, and the brief as it is now as a version")
    .option("--compare <file|number>", "print what differs from a brief saved as JSON, or from a version that was kept")
    .option("--evidence <file>", "write all that the brief rests on (docs/schema/evidence.json)")
    .option("--byline <name>", "who signs it")
    .option("--organisation <name>", "who issues it")
    .option("--logo <file>", "a PNG, JPEG or plain SVG in its head")
    .option("--marking <line>", "a classification or embargo line on every page")
    .option("--mail-to <address>", "a recipient of the mail; may be given again", collected, [])
    .option("--smtp <file>", "send it by the mail server that this JSON file names")
    .option("--data <folder>", "the data folder", "entente-data")
    .option("--freeze <name>", "over a freeze of the data folder")
    .option("--json", "print the brief as JSON (docs/schema/brief.json)")
    .addHelpText("after", EXAMPLES)
    .action((a: string, b: string, options: Options) => brief(a, b, options, output));
}
