import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startSchedule } from "../../src/desk/index.ts";
import type { Clock } from "../../src/desk/watch/local.ts";
import { EntenteError, type WatchView } from "../../src/schema/index.ts";

const MINUTE = 60_000;
const RULE: WatchView["alerts"][number] = {
  id: "all",
  dyad: ["CHN", "RUS"],
  when: { kind: "verdict" },
  to: [{ kind: "feed" }],
};

/** A watch that only counts. */
function counting() {
  const state = { looks: 0, digests: 0, clock: undefined as Clock | undefined, fault: undefined as Error | undefined };
  const view: WatchView = { days: 365, every: "*/15 * * * *", alerts: [RULE], watching: false, waiting: 0 };
  const watch = {
    view,
    settings: async () => watch.view,
    look: async () => {
      state.looks += 1;
      if (state.fault) throw state.fault;
      return [];
    },
    sendDigest: async () => {
      state.digests += 1;
      return true;
    },
    setClock: (clock: Clock | undefined) => {
      state.clock = clock;
    },
  };
  return { watch, state };
}

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2021-01-04T09:01:00Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

test("a service looks by the clock of the settings, follows when they change, and stops", async () => {
  const { watch, state } = counting();
  const schedule = await startSchedule(watch, () => undefined);
  expect(state.clock?.next()).toEqual({ next: "2021-01-04T09:15:00.000Z" });
  await vi.advanceTimersByTimeAsync(30 * MINUTE);
  expect(state.looks).toBe(2);
  const digest = { dyads: [["CHN", "RUS"]] as [string, string][], every: "0 10 * * *", to: ["a@example.org"] };
  watch.view = { ...watch.view, every: "0 * * * *", digest };
  await state.clock?.onChange();
  expect(state.clock?.next()).toEqual({ next: "2021-01-04T10:00:00.000Z", nextDigest: "2021-01-04T10:00:00.000Z" });
  await vi.advanceTimersByTimeAsync(60 * MINUTE);
  expect([state.looks, state.digests]).toEqual([3, 1]);
  schedule.stop();
  expect(state.clock).toBeUndefined();
  await vi.advanceTimersByTimeAsync(600 * MINUTE);
  expect(state.looks).toBe(3);
});

test("a look that fails is told, and the next one is made all the same", async () => {
  const { watch, state } = counting();
  const told: string[] = [];
  const schedule = await startSchedule(watch, ({ code }) => told.push(code));
  state.fault = new EntenteError("webhook.failed", { url: "https://example.org", detail: "it is down" });
  await vi.advanceTimersByTimeAsync(15 * MINUTE);
  state.fault = undefined;
  await vi.advanceTimersByTimeAsync(15 * MINUTE);
  expect([told, state.looks]).toEqual([["webhook.failed"], 2]);
  schedule.stop();
});

test("settings that can't be read are told, and keep no service from starting", async () => {
  const { watch } = counting();
  const told: string[] = [];
  const fault = new EntenteError("input.shape", { path: "watch-settings.json", detail: "it is cut short" });
  const schedule = await startSchedule({ ...watch, settings: () => Promise.reject(fault) }, ({ code }) =>
    told.push(code),
  );
  expect(told).toEqual(["input.shape"]);
  schedule.stop();
});

test("where nothing is watched, nobody looks", async () => {
  const { watch, state } = counting();
  watch.view = { ...watch.view, alerts: [] };
  const schedule = await startSchedule(watch, () => undefined);
  await vi.advanceTimersByTimeAsync(120 * MINUTE);
  expect([state.looks, state.clock?.next()]).toEqual([0, {}]);
  schedule.stop();
});
