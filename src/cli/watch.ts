import type { Command } from "commander";
import { type Desk, LocalDesk, openDesk, startSchedule } from "../desk/index.ts";
import { EntenteError, type RaisedAlert, SmtpSettings, WatchSettings } from "../schema/index.ts";
import { jsonFile } from "./json-file.ts";
import type { Output } from "./output.ts";

interface Options {
  readonly data: string;
  readonly smtp?: string;
  readonly preview?: boolean;
  readonly once?: boolean;
}

const alertLine = ({ title, text }: RaisedAlert): string => `${title}\n  ${text}`;

/** What would be sent now; nothing is. */
async function preview({ watch }: Desk, output: Output): Promise<void> {
  const { alerts, digest, unseen } = await watch.preview();
  if (output.json) return output.value({ alerts, digest: digest ?? null, unseen });
  for (const alert of alerts) await output.line(alertLine(alert));
  await output.write(digest?.text ?? "");
  for (const id of unseen) output.say(`${id}: at its first look nothing is new`);
  if (alerts.length === 0 && !digest) await output.line("Nothing is new.");
}

async function once({ watch }: Desk, output: Output): Promise<void> {
  for (const alert of await watch.look()) output.say(alertLine(alert));
  const { digest, waiting } = await watch.settings();
  if (digest && (await watch.sendDigest())) output.say("the digest is sent");
  const failed = (await watch.sent()).filter(({ outcome }) => outcome === "failed").slice(0, waiting);
  for (const { target, detail } of failed) output.say(`not delivered to ${target}: ${detail}`);
  if (waiting > 0) output.say(`${waiting} on the way still; the next look tries again`);
}

const BEAT_MS = 60_000;

/** Looks by the clock of the settings until the process is ended. */
async function forever(desk: LocalDesk, output: Output): Promise<void> {
  const schedule = await startSchedule(desk.watch, (error) => output.error(error));
  const { next, nextDigest } = await desk.watch.settings();
  const first = [next, nextDigest].filter((at) => at !== undefined).sort()[0];
  output.say(first ? `next look: ${first}` : "No alert and no digest is set.");
  const beat = setInterval(() => undefined, BEAT_MS);
  await new Promise<void>((done) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => done());
  });
  clearInterval(beat);
  schedule.stop();
}

/** Keeps the settings of files in the data folder, where a service follows them too. */
async function keepSettings({ watch }: Desk, path: string | undefined, smtp: string | undefined): Promise<void> {
  if (smtp !== undefined) await watch.saveMail(await jsonFile(smtp, SmtpSettings));
  if (path === undefined) return;
  const { schema: _schema, ...given } = await jsonFile(path, WatchSettings);
  await watch.save(given);
}

async function watch(path: string | undefined, options: Options, output: Output): Promise<void> {
  const desk = await openDesk(options.data);
  try {
    await keepSettings(desk, path, options.smtp);
    if (options.preview) await preview(desk, output);
    else if (options.once) await once(desk, output);
    else if (desk instanceof LocalDesk) await forever(desk, output);
    else if (path === undefined && options.smtp === undefined) throw new EntenteError("watch.served");
    else output.say("kept; the service that runs looks by these settings from now on");
  } finally {
    await desk.close();
  }
}

const EXAMPLES = `
  $ entente watch watch.json --preview                 what would be sent now
  $ entente watch watch.json --smtp mail.json          keep both, look by the clock of the settings, and send
  $ entente watch --once                               look once by the settings that are kept

A running \`entente serve\` looks by the kept settings itself.`;

export function watchCommand(program: Command, output: Output): void {
  program
    .command("watch")
    .description("Tell by mail, webhook or feed what is new on some dyads: alerts once each, and a digest.")
    .argument("[settings]", "a JSON file (docs/schema/watch-settings.json), which is kept in the data folder")
    .option("--preview", "print what would be sent, and send nothing")
    .option("--once", "look once and end")
    .option("--smtp <file>", "the mail server, as a JSON file, which is kept in the data folder")
    .option("--data <folder>", "the data folder", "entente-data")
    .option("--json", "print the preview as JSON")
    .addHelpText("after", EXAMPLES)
    .action((path: string | undefined, options: Options) => watch(path, options, output));
}
