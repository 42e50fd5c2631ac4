import { Presets, SingleBar } from "cli-progress";
import type { Progress } from "../schema/index.ts";

/** Shows how far long work has come: a bar on a terminal, a line now and then elsewhere. */
export interface ProgressDisplay {
  readonly show: (progress: Progress) => void;
  readonly stop: () => void;
}

const EVERY = 25;

function bar(): ProgressDisplay {
  const single = new SingleBar(
    {
      format: "{bar} {value}/{total} documents  {current}",
      clearOnComplete: true,
      hideCursor: true,
      stream: process.stderr,
    },
    Presets.shades_grey,
  );
  let started = false;
  return {
    show: ({ done, total, current }) => {
      if (!started) single.start(total ?? done, done, { current: "" });
      started = true;
      if (total !== undefined) single.setTotal(Math.max(total, done));
      single.update(done, { current: (current ?? "").slice(-48) });
    },
    stop: () => single.stop(),
  };
}

function lines(): ProgressDisplay {
  return {
    show: ({ done, total }) => {
      if (done % EVERY === 0 || done === total) process.stderr.write(`${done}${total ? `/${total}` : ""} documents\n`);
    },
    stop: () => undefined,
  };
}

export const progressDisplay = (): ProgressDisplay => (process.stderr.isTTY ? bar() : lines());
