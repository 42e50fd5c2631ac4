import type { Command } from "commander";
import { Cron } from "croner";
import {
  digestText,
  previewAlerts,
  previewDigest,
  type Raised,
  raiseAlerts,
  SmtpSettings,
  sendDigest,
  type Watch,
} from "../brief/index.ts";
import { openDesk } from "../desk/index.ts";
import { asEntenteError, EntenteError, WatchSettings } from "../schema/index.ts";
import { jsonFile } from "./json-file.ts";
import type { Output } from "./output.ts";

interface Options {
  readonly data: string;
  readonly smtp?: string;
  readonly preview?: boolean;
  readonly once?: boolean;
}

const alertLine = ({ title, text }: Raised): string => `${title}\n  ${text}`;

/** What would be sent now; nothing is. */
async function preview(watch: Watch, output: Output): Promise<void> {
  const [alerts, digest] = [await previewAlerts(watch), await previewDigest(watch)];
  if (output.json) return output.value({ alerts, digest: digest ?? null });
  for (const alert of alerts) await output.line(alertLine(alert));
  await output.write(digest ? digestText(digest) : "");
  if (alerts.length === 0 && !digest) await output.line("Nothing is new.");
}

async function once(watch: Watch, output: Output): Promise<void> {
  for (const alert of await raiseAlerts(watch)) output.say(alertLine(alert));
  const digest = await sendDigest(watch);
  if (digest) output.say(`sent: ${digest.title}`);
}

/** Looks by the clock of the settings until the process is ended; one look at a time. */
async function forever(watch: Watch, output: Output): Promise<void> {
  const { every, digest } = watch.settings;
  const job = (pattern: string, act: () => Promise<unknown>): Cron => {
    try {
      return new Cron(
        pattern,
        { timezone: "UTC", protect: true, catch: (thrown) => output.error(asEntenteError(thrown)) },
        async () => void (await act()),
      );
    } catch (cause) {
      throw new EntenteError("usage", { detail: `"${pattern}" is no cron pattern` }, { cause });
    }
  };
  const jobs = [job(every, () => raiseAlerts(watch)), ...(digest ? [job(digest.every, () => sendDigest(watch))] : [])];
  output.say(`next look: ${jobs[0].nextRun()?.toISOString()}`);
  await new Promise<void>((done) => {
    process.once("SIGINT", done);
    process.once("SIGTERM", done);
  });
  for (const each of jobs) each.stop();
}

async function watch(path: string, options: Options, output: Output): Promise<void> {
  const settings = await jsonFile(path, WatchSettings);
  const smtp = options.smtp === undefined ? undefined : await jsonFile(options.smtp, SmtpSettings);
  const desk = await openDesk(options.data);
  const onFailure = (error: EntenteError): void => output.error(error);
  try {
    const given = { desk, settings, folder: options.data, ...(smtp && { smtp }), now: () => new Date(), onFailure };
    await (options.preview ? preview : options.once ? once : forever)(given, output);
  } finally {
    await desk.close();
  }
}

const EXAMPLES = `
  $ entente watch watch.json --preview                 what would be sent now
  $ entente watch watch.json --smtp mail.json          look by the clock of the settings, and send`;

export function watchCommand(program: Command, output: Output): void {
  program
    .command("watch")
    .description("Tell by mail, webhook or feed what is new on some dyads: alerts once each, and a digest.")
    .argument("<settings>", "a JSON file (docs/schema/watch-settings.json)")
    .option("--preview", "print what would be sent, and send nothing")
    .option("--once", "look once and end")
    .option("--smtp <file>", "the mail server, as a JSON file")
    .option("--data <folder>", "the data folder", "entente-data")
    .option("--json", "print the preview as JSON")
    .addHelpText("after", EXAMPLES)
    .action((path: string, options: Options) => watch(path, options, output));
}
