import type { Command } from "commander";
import type { Desk } from "../desk/index.ts";
import type { Job, JobState } from "../schema/index.ts";
import { jobLine, jobText } from "./job-text.ts";
import type { Output } from "./output.ts";
import { progressDisplay } from "./progress.ts";
import { textTable } from "./table.ts";
import { patientDesk } from "./waiting.ts";

interface Options {
  readonly data: string;
}

const AT_WORK: readonly JobState[] = ["waiting", "running"];
const BETWEEN_LOOKS = 500;

async function withDesk(options: Options, output: Output, work: (desk: Desk) => Promise<void>): Promise<void> {
  const desk = await patientDesk(options.data, output);
  try {
    await work(desk);
  } finally {
    await desk.close();
  }
}

/** Shows how a job comes along until it is at work no more; Ctrl-C leaves it to be resumed. */
export async function followJob(desk: Desk, id: string): Promise<Job> {
  const progress = progressDisplay();
  let { job } = await desk.jobs.job(id);
  while (AT_WORK.includes(job.state)) {
    progress.show({ done: job.done, current: job.current });
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS));
    ({ job } = await desk.jobs.job(id));
  }
  progress.stop();
  return job;
}

const list = (options: Options, output: Output): Promise<void> =>
  withDesk(options, output, async (desk) => {
    const jobs = await desk.jobs.list();
    if (output.json) return output.value(jobs);
    if (jobs.length === 0) return output.line("No job yet. `entente add` begins one.");
    await output.line(textTable(["job", "state", "done", "added", "refused", "what"], jobs.map(jobLine), "words"));
  });

const show = (id: string, options: Options, output: Output): Promise<void> =>
  withDesk(options, output, async (desk) => {
    const view = await desk.jobs.job(id, { limit: 1000 });
    await (output.json ? output.value(view) : output.line(jobText(view)));
  });

const act = (action: "pause" | "cancel", id: string, options: Options, output: Output): Promise<void> =>
  withDesk(options, output, async (desk) => {
    const job = await desk.jobs[action](id);
    await (output.json ? output.value(job) : output.line(jobText({ job, refusals: [], moreRefusals: 0 })));
  });

const resume = (id: string, options: Options, output: Output): Promise<void> =>
  withDesk(options, output, async (desk) => {
    await desk.jobs.resume(id);
    const job = await followJob(desk, id);
    await (output.json ? output.value(job) : output.line(jobText({ job, refusals: [], moreRefusals: 0 })));
  });

const EXAMPLES = `
  $ entente jobs list
  $ entente jobs show j3f9a01b2c3d4          how far it is, and what it refused
  $ entente jobs resume j3f9a01b2c3d4        after a crash or a cancel; what is in is not coded again`;

export function jobsCommand(program: Command, output: Output): void {
  const jobs = program.command("jobs").description("The jobs of the intake: how far they are, and what they refused.");
  const sub = (name: string, description: string): Command =>
    jobs
      .command(name)
      .description(description)
      .option("--data <folder>", "the data folder", "entente-data")
      .option("--json", "print it as JSON")
      .exitOverride()
      .showHelpAfterError();
  sub("list", "The newest jobs first.").action((options: Options) => list(options, output));
  sub("show", "A job with the log of what it refused.")
    .argument("<job>")
    .action((id: string, options: Options) => show(id, options, output));
  sub("pause", "Halt a job of a running service.")
    .argument("<job>")
    .action((id: string, options: Options) => act("pause", id, options, output));
  sub("resume", "Go on with a job that was paused, interrupted, cancelled or failed, and follow it.")
    .argument("<job>")
    .action((id: string, options: Options) => resume(id, options, output));
  sub("cancel", "End a job; what was stored stays.")
    .argument("<job>")
    .action((id: string, options: Options) => act("cancel", id, options, output));
  jobs.addHelpText("after", EXAMPLES);
}
