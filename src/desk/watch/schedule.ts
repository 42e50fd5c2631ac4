import { Cron } from "croner";
import { asEntenteError, type EntenteError } from "../../schema/index.ts";
import type { LocalWatch } from "./local.ts";

/** What the clock works with. */
export type Scheduled = Pick<LocalWatch, "settings" | "look" | "sendDigest" | "setClock">;

/** A watch that looks by the clock. */
export interface Schedule {
  stop(): void;
}

/**
 * Looks by the clock of the kept settings until it is stopped: one look at a time, by UTC. It follows when the settings
 * change. What fails is told, kept in the log, and tried again at the next look.
 */
export async function startSchedule(watch: Scheduled, onFailure: (error: EntenteError) => void): Promise<Schedule> {
  let jobs: readonly Cron[] = [];
  const fail = (thrown: unknown): void => onFailure(asEntenteError(thrown));
  const stop = (): void => {
    for (const job of jobs) job.stop();
    jobs = [];
  };
  const job = (pattern: string, act: () => Promise<unknown>): Cron =>
    new Cron(pattern, { timezone: "UTC", protect: true, unref: true, catch: fail }, async () => void (await act()));
  const wind = async (): Promise<void> => {
    const { alerts, every, digest } = await watch.settings();
    stop();
    const looks = alerts.length > 0 ? [job(every, () => watch.look())] : [];
    const digests = digest ? [job(digest.every, () => watch.sendDigest())] : [];
    jobs = [...looks, ...digests];
    watch.setClock({ onChange: () => wind().catch(fail), next: () => nextOf(looks, digests) });
  };
  await wind().catch(fail);
  return {
    stop: () => {
      watch.setClock(undefined);
      stop();
    },
  };
}

function nextOf([look]: readonly Cron[], [digest]: readonly Cron[]) {
  const [next, nextDigest] = [look, digest].map((job) => job?.nextRun()?.toISOString());
  return { ...(next && { next }), ...(nextDigest && { nextDigest }) };
}
