import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type AlertRule,
  type AlertTarget,
  asEntenteError,
  type DyadMeasures,
  EntenteError,
  type RelationQuery,
  type RelationView,
  type WatchSettings,
  type WatchSnapshot,
} from "../../schema/index.ts";
import type { Mail } from "../mail/message.ts";
import { fileOutbox } from "../mail/outbox.ts";
import { type SmtpSettings, sendMail } from "../mail/send.ts";
import { alertsOf, type Digest, digestOf } from "./alerts.ts";
import { alertFeed, type Raised } from "./feed.ts";
import { alertMail, digestMail } from "./notice.ts";
import { snapshotOf } from "./snapshot.ts";
import { readState, type WatchState, writeState } from "./state.ts";
import { postAlert } from "./webhook.ts";

/** What a watch asks of a desk. */
export interface Watched {
  relation(query: RelationQuery): Promise<RelationView>;
  measure(query: RelationQuery): Promise<DyadMeasures>;
}

/** What a watch works with. */
export interface Watch {
  readonly desk: Watched;
  readonly settings: WatchSettings;
  /** Where its memory, outbox and feed are kept. */
  readonly folder: string;
  readonly smtp?: SmtpSettings;
  readonly now: () => Date;
  /** Waits between attempts at a mail, in milliseconds; none unless given: the next look tries again. */
  readonly waits?: readonly number[];
  /** Told of what could not be delivered; it is tried again at the next look. */
  readonly onFailure: (error: EntenteError) => void;
}

const statePath = ({ folder }: Watch): string => join(folder, "watch.json");
const keyOf = (dyad: readonly [string, string]): string => [...dyad].sort().join("-");

/** The period up to today, of the settings' length. */
function periodOf({ settings, now }: Watch): { from: string; to: string } {
  const to = now();
  const from = new Date(to.getTime() - (settings.days - 1) * 86_400_000);
  return { from: from.toISOString().slice(0, 10), to: to.toISOString().slice(0, 10) };
}

/** A look at a dyad; without measures where nothing is known of it. */
async function look(watch: Watch, [a, b]: readonly [string, string]): Promise<WatchSnapshot> {
  const query = { a, b, ...periodOf(watch) };
  const measures = await watch.desk.measure(query).catch((thrown: unknown) => {
    if (thrown instanceof EntenteError && thrown.code === "brief.nodata") return undefined;
    throw thrown;
  });
  return snapshotOf(await watch.desk.relation(query), measures);
}

function mailSettings({ smtp }: Watch): SmtpSettings {
  if (!smtp) throw new EntenteError("usage", { detail: "mail needs a mail server, given with --smtp" });
  return smtp;
}

async function deliver(alert: Raised, target: AlertTarget, watch: Watch): Promise<void> {
  if (target.kind === "webhook") return postAlert(alert, target.url, target.secret, watch.now());
  if (target.kind === "feed") return;
  const smtp = mailSettings(watch);
  const mail = await alertMail(alert, smtp.from, target.to, watch.now());
  await sendToAll(mail, smtp, watch);
}

/** Sends a mail; a recipient who was refused is a failure, though others have had it (and won't get it again). */
async function sendToAll(mail: Mail, smtp: SmtpSettings, watch: Watch): Promise<void> {
  const outbox = fileOutbox(join(watch.folder, "outbox.ndjson"), watch.now);
  const { refused } = await sendMail(mail, smtp, outbox, { waits: watch.waits ?? [] });
  const [first] = refused;
  if (first)
    throw new EntenteError("mail.failed", {
      server: `${smtp.host}:${smtp.port}`,
      detail: `${first.recipient}: ${first.detail}`,
    });
}

const targetKey = (alert: Raised, target: AlertTarget): string =>
  `${alert.id} ${target.kind === "webhook" ? target.url : target.kind === "mail" ? target.to.join(",") : "feed"}`;

/** Brings an alert to each target that hasn't had it; answers whether all have it now. */
async function deliverAll(alert: Raised, rule: AlertRule, done: Set<string>, watch: Watch): Promise<boolean> {
  let all = true;
  for (const target of rule.to) {
    const key = targetKey(alert, target);
    if (done.has(key)) continue;
    try {
      await deliver(alert, target, watch);
      done.add(key);
    } catch (thrown) {
      all = false;
      watch.onFailure(asEntenteError(thrown));
    }
  }
  return all;
}

/** Alerts that are new since the last look, with those that are still on their way. */
async function pending(
  state: WatchState,
  watch: Watch,
): Promise<{ raised: Raised[]; looks: Record<string, WatchSnapshot> }> {
  const looks: Record<string, WatchSnapshot> = {};
  const known = new Set([...state.feed, ...state.waiting].map(({ id }) => id));
  const raised: Raised[] = [];
  for (const rule of watch.settings.alerts) {
    const key = keyOf(rule.dyad);
    looks[key] ??= await look(watch, rule.dyad);
    for (const alert of alertsOf(rule, state.alerts[key], looks[key])) {
      if (!known.has(alert.id)) raised.push({ ...alert, dyad: [...alert.dyad], at: watch.now().toISOString() });
    }
  }
  return { raised, looks };
}

/** The alerts that a look would raise, nothing sent and nothing remembered. */
export async function previewAlerts(watch: Watch): Promise<readonly Raised[]> {
  return (await pending(await readState(statePath(watch)), watch)).raised;
}

/** Looks once, and brings every new alert to its targets; each target gets an alert once. Answers the new alerts. */
export async function raiseAlerts(watch: Watch): Promise<readonly Raised[]> {
  const state = await readState(statePath(watch));
  const { raised, looks } = await pending(state, watch);
  const done = new Set(state.done);
  const rules = new Map(watch.settings.alerts.map((rule) => [rule.id, rule]));
  const waiting: Raised[] = [];
  for (const alert of [...state.waiting, ...raised]) {
    const rule = rules.get(alert.rule);
    if (rule && !(await deliverAll(alert, rule, done, watch))) waiting.push(alert);
  }
  const feed = [...state.feed, ...raised];
  const stored = (alert: Raised) => ({ ...alert, dyad: [...alert.dyad] as [string, string] });
  await writeState(statePath(watch), {
    ...state,
    alerts: { ...state.alerts, ...looks },
    done: [...done],
    waiting: waiting.map(stored),
    feed: feed.map(stored),
  });
  await writeFile(join(watch.folder, "alerts.atom"), alertFeed(feed));
  return raised;
}

/** The digest that would go out now; undefined where nothing is new. */
export async function previewDigest(watch: Watch): Promise<Digest | undefined> {
  return (await digestNow(watch)).digest;
}

async function digestNow(watch: Watch) {
  const state = await readState(statePath(watch));
  const looks: { before?: WatchSnapshot; after: WatchSnapshot }[] = [];
  for (const dyad of watch.settings.digest?.dyads ?? []) {
    looks.push({ before: state.digest[keyOf(dyad)], after: await look(watch, dyad) });
  }
  return { state, looks, digest: digestOf(looks) };
}

/** Sends the digest of what is new since the last one, if anything is; what was sent counts as known from then on. */
export async function sendDigest(watch: Watch): Promise<Digest | undefined> {
  const { state, looks, digest } = await digestNow(watch);
  const to = watch.settings.digest?.to;
  if (!digest || !to) return undefined;
  const smtp = mailSettings(watch);
  const mail = await digestMail(digest, smtp.from, to, watch.now());
  await sendToAll(mail, smtp, watch);
  const known = Object.fromEntries(looks.map(({ after }) => [keyOf(after.dyad), after]));
  await writeState(statePath(watch), { ...state, digest: { ...state.digest, ...known } });
  return digest;
}
