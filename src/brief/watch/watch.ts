import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type AlertRule,
  asEntenteError,
  type RaisedAlert,
  type SentEntry,
  type WatchSnapshot,
} from "../../schema/index.ts";
import { bothOf } from "../grammar/words.ts";
import { alertsOf } from "./alerts.ts";
import { brought, type Post, targetInWords } from "./deliver.ts";
import { alertFeed } from "./feed.ts";
import { keyOf, type Looking, look } from "./look.ts";
import { readState, statePath, type WatchState, writeState } from "./state.ts";

/** What a watch works with; its memory, outbox and feed are kept in `folder`. */
export interface Watch extends Looking, Post {}

/** Deliveries that are remembered. */
const REMEMBERED = 5_000;

/** Alerts that the feed holds. */
const FEED_LENGTH = 200;

interface Found {
  readonly raised: RaisedAlert[];
  readonly looks: Record<string, WatchSnapshot>;
}

/** The looks at the dyads of all rules; one that fails is told and left out, the others are done. */
async function looksOf(watch: Watch): Promise<Record<string, WatchSnapshot>> {
  const looks: Record<string, WatchSnapshot> = {};
  for (const dyad of new Map(watch.settings.alerts.map((rule) => [keyOf(rule.dyad), rule.dyad])).values()) {
    try {
      looks[keyOf(dyad)] = await look(watch, dyad);
    } catch (thrown) {
      const error = asEntenteError(thrown);
      watch.onFailure(error);
      const entry = { at: watch.now().toISOString(), title: `Look at ${dyad.join(" and ")}`, target: "ledger" };
      await watch.record?.({ ...entry, kind: "look", outcome: "failed", detail: error.message });
    }
  }
  return looks;
}

/** Alerts that are new since the last look. */
async function found(state: WatchState, watch: Watch): Promise<Found> {
  const looks = await looksOf(watch);
  const known = new Set([...state.feed, ...state.waiting].map(({ id }) => id));
  const raised = watch.settings.alerts.flatMap((rule) => {
    const now = looks[keyOf(rule.dyad)];
    const alerts = now ? alertsOf(rule, state.alerts[keyOf(rule.dyad)], now) : [];
    return alerts
      .filter(({ id }) => !known.has(id))
      .map((alert) => ({ ...alert, dyad: [...alert.dyad] as [string, string], at: watch.now().toISOString() }));
  });
  return { raised, looks };
}

/** The alerts that a look would raise, and the rules whose dyad was never looked at; nothing is sent or remembered. */
export async function previewAlerts(
  watch: Watch,
): Promise<{ readonly alerts: readonly RaisedAlert[]; readonly unseen: readonly string[] }> {
  const state = await readState(statePath(watch.folder));
  const unseen = watch.settings.alerts.filter(({ dyad }) => !state.alerts[keyOf(dyad)]).map(({ id }) => id);
  return { alerts: (await found(state, { ...watch, record: undefined })).raised, unseen };
}

/** Brings an alert to each target that hasn't had it, and remembers each at once; true where all have it now. */
async function bringToAll(alert: RaisedAlert, rule: AlertRule, memory: Memory, watch: Watch): Promise<boolean> {
  let all = true;
  for (const target of rule.to) {
    const key = `${alert.id} ${target.kind === "feed" ? "feed" : targetInWords(target).replaceAll(", ", ",")}`;
    if (memory.state.done.includes(key)) continue;
    if (await brought(alert, target, "alert", watch))
      await memory.note({ done: [...memory.state.done, key].slice(-REMEMBERED) });
    else all = false;
  }
  return all;
}

/** The state of a watch, written at every change: whatever breaks off, nothing goes out twice. */
class Memory {
  state: WatchState;
  readonly #path: string;

  constructor(state: WatchState, path: string) {
    this.state = state;
    this.#path = path;
  }

  async note(change: Partial<WatchState>): Promise<void> {
    this.state = { ...this.state, ...change };
    await writeState(this.#path, this.state);
  }
}

/** Looks once, and brings every new alert to its targets; each target gets an alert once. Answers the new alerts. */
export async function raiseAlerts(watch: Watch): Promise<readonly RaisedAlert[]> {
  const path = statePath(watch.folder);
  const memory = new Memory(await readState(path), path);
  const { raised, looks } = await found(memory.state, watch);
  const feed = [...memory.state.feed, ...raised].slice(-FEED_LENGTH);
  const waiting = [...memory.state.waiting, ...raised];
  await memory.note({ alerts: { ...memory.state.alerts, ...looks }, waiting, feed });
  const rules = new Map(watch.settings.alerts.map((rule) => [rule.id, rule]));
  for (const alert of waiting) {
    const rule = rules.get(alert.rule);
    if (rule && !(await bringToAll(alert, rule, memory, watch))) continue;
    await memory.note({ waiting: memory.state.waiting.filter(({ id }) => id !== alert.id) });
  }
  await writeFile(join(watch.folder, "alerts.atom"), alertFeed(feed));
  return raised;
}

/** Brings a made-up alert to the targets of a rule, to try them; answers what became of it. */
export async function testRule(rule: AlertRule, names: readonly string[], post: Post): Promise<readonly SentEntry[]> {
  const at = post.now().toISOString();
  const entries: SentEntry[] = [];
  const alert: RaisedAlert = {
    id: `test-${rule.id}-${at}`,
    rule: rule.id,
    dyad: rule.dyad,
    title: `Test of the alert “${rule.id}”: ${bothOf(names)}`,
    text: "This is a test. Nothing has happened; a real alert says here what did.",
    at,
  };
  const record = async (entry: SentEntry): Promise<void> => {
    entries.push(entry);
    await post.record?.(entry);
  };
  for (const target of rule.to) await brought(alert, target, "test", { ...post, record });
  return entries;
}

/** What was raised, the newest last. */
export const raisedAlerts = async (folder: string): Promise<readonly RaisedAlert[]> =>
  (await readState(statePath(folder))).feed;

/** How many alerts are still on their way to a target. */
export const waitingAlerts = async (folder: string): Promise<number> =>
  (await readState(statePath(folder))).waiting.length;
