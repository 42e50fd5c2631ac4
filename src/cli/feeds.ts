import type { Command } from "commander";
import { type Desk, subscriptionsIn } from "../desk/index.ts";
import { EntenteError, type Subscription } from "../schema/index.ts";
import { healthWords, jobText } from "./job-text.ts";
import { followJob } from "./jobs.ts";
import type { Output } from "./output.ts";
import { patientDesk } from "./waiting.ts";

interface Options {
  readonly data: string;
  readonly every?: string;
}

async function withDesk(options: Options, output: Output, work: (desk: Desk) => Promise<void>): Promise<void> {
  const desk = await patientDesk(options.data, output);
  try {
    await work(desk);
  } finally {
    await desk.close();
  }
}

/** `--every 15` minutes, in seconds. Errors: usage. */
function secondsOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const minutes = Number(text);
  if (minutes >= 1 && minutes <= 10_080) return Math.round(minutes * 60);
  throw new EntenteError("usage", { detail: `--every ${text} is no number of minutes from 1 to 10080` });
}

const subscriptionText = (one: Subscription): string =>
  [
    `${one.id}  ${one.title ?? one.address}`,
    ...(one.title === undefined ? [] : [`  ${one.address}`]),
    `  ${one.kind}, every ${Math.round(one.every / 60)} min; ${one.taken} taken, ${one.refused} refused`,
    `  ${healthWords(one)}`,
  ].join("\n");

const add = (inputs: readonly string[], options: Options, output: Output): Promise<void> =>
  withDesk(options, output, async (desk) => {
    const every = secondsOf(options.every);
    const added: Subscription[] = [];
    for (const input of inputs)
      for (const request of await subscriptionsIn(input, every)) added.push(await desk.subscriptions.add(request));
    if (output.json) return output.value(added);
    for (const one of added) await output.line(subscriptionText(one));
    output.say("They are looked at while `entente serve` runs, or now with `entente feeds refresh`.");
  });

const list = (options: Options, output: Output): Promise<void> =>
  withDesk(options, output, async (desk) => {
    const all = await desk.subscriptions.list();
    if (output.json) return output.value(all);
    if (all.length === 0) return output.line("No feed and no folder yet. `entente feeds add` subscribes to one.");
    for (const one of all) await output.line(subscriptionText(one));
  });

const remove = (ids: readonly string[], options: Options, output: Output): Promise<void> =>
  withDesk(options, output, async (desk) => {
    for (const id of ids) await desk.subscriptions.remove(id);
    await output.line(`${ids.join(", ")} removed; the documents stay.`);
  });

/** Looks at one and waits for what it brings. */
async function refreshOne(desk: Desk, id: string, output: Output): Promise<void> {
  const { job } = await desk.subscriptions.refresh(id);
  const done = job && (await followJob(desk, job.id));
  const one = (await desk.subscriptions.list()).find((each) => each.id === id);
  if (output.json) return output.value({ subscription: one, ...(done && { job: done }) });
  if (done) await output.line(jobText({ job: done, refusals: [], moreRefusals: 0 }));
  if (one) await output.line(subscriptionText(one));
}

const refresh = (ids: readonly string[], options: Options, output: Output): Promise<void> =>
  withDesk(options, output, async (desk) => {
    const asked = ids.length > 0 ? ids : (await desk.subscriptions.list()).map(({ id }) => id);
    for (const id of asked) await refreshOne(desk, id, output);
  });

const EXAMPLES = `
  $ entente feeds add https://example.org/news.xml --every 30
  $ entente feeds add my-feeds.opml ~/inbox          all feeds of a list; a folder that is watched
  $ entente feeds refresh                            look at all of them now`;

export function feedsCommand(program: Command, output: Output): void {
  const feeds = program.command("feeds").description("Feeds and watched folders, read while the service runs.");
  const sub = (name: string, description: string): Command =>
    feeds
      .command(name)
      .description(description)
      .option("--data <folder>", "the data folder", "entente-data")
      .option("--json", "print it as JSON")
      .exitOverride()
      .showHelpAfterError();
  sub("add", "Subscribe to feeds (RSS, Atom, JSON), the feeds of an OPML file, or folders.")
    .argument("<input...>")
    .option("--every <minutes>", "how often it is looked at (feeds 15, folders 5)")
    .action((inputs: string[], options: Options) => add(inputs, options, output));
  sub("list", "All of them, with their health.").action((options: Options) => list(options, output));
  sub("remove", "Forget some; their documents stay.")
    .argument("<id...>")
    .action((ids: string[], options: Options) => remove(ids, options, output));
  sub("refresh", "Look at some now, or at all.")
    .argument("[id...]")
    .action((ids: string[], options: Options) => refresh(ids, options, output));
  feeds.addHelpText("after", EXAMPLES);
}
