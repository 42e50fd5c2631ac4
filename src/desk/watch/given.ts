import { Cron } from "croner";
import { addressOf } from "../../brief/index.ts";
import type { Knowledge } from "../../knowledge/index.ts";
import { type AlertRule, type AlertTarget, EntenteError, type WatchGiven, WatchSettings } from "../../schema/index.ts";
import { dyadOf } from "../dyad.ts";

const LEAST_MINUTES = 1;

/** Refuses a clock that is none, or that strikes more than once a minute. Errors: usage. */
function checkClock(pattern: string): void {
  let runs: Date[];
  try {
    runs = new Cron(pattern, { timezone: "UTC", paused: true }).nextRuns(2);
  } catch (cause) {
    throw new EntenteError("usage", { detail: `"${pattern}" is no cron pattern` }, { cause });
  }
  const [first, second] = runs;
  if (first && second && second.getTime() - first.getTime() < LEAST_MINUTES * 60_000)
    throw new EntenteError("usage", { detail: `"${pattern}" strikes more than once a minute` });
}

type GivenRule = WatchGiven["alerts"][number];

/** A target with its secret; that of a webhook which is kept already is taken over where none is given. */
function targetOf(target: GivenRule["to"][number], rule: GivenRule, kept: WatchSettings): AlertTarget {
  if (target.kind === "mail") for (const address of target.to) addressOf(address);
  if (target.kind !== "webhook") return target;
  const old = kept.alerts.find(({ id }) => id === rule.id)?.to ?? [];
  const secret =
    target.secret ?? old.flatMap((one) => (one.kind === "webhook" && one.url === target.url ? [one.secret] : []))[0];
  if (secret === undefined)
    throw new EntenteError("usage", { detail: `the webhook ${target.url} needs a secret of at least 16 characters` });
  return { ...target, secret };
}

function checkNames(rules: readonly GivenRule[]): void {
  const ids = rules.map(({ id }) => id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined) throw new EntenteError("usage", { detail: `two alerts are called ${twice}` });
}

/**
 * Settings as they can be kept: states known, addresses and clocks checked, secrets filled in.
 * Errors: state.unknown, dyad.same, mail.address, usage.
 */
export function checkedSettings(given: WatchGiven, kept: WatchSettings, knowledge: Knowledge): WatchSettings {
  const dyad = ([a, b]: readonly [string, string]): [string, string] => dyadOf({ a, b }, knowledge);
  checkClock(given.every);
  checkNames(given.alerts);
  const alerts = given.alerts.map(
    (rule): AlertRule => ({
      ...rule,
      dyad: dyad(rule.dyad),
      to: rule.to.map((target) => targetOf(target, rule, kept)),
    }),
  );
  const { digest } = given;
  if (!digest) return WatchSettings.parse({ schema: "entente.watch/1", days: given.days, every: given.every, alerts });
  checkClock(digest.every);
  for (const address of digest.to) addressOf(address);
  const dyads = digest.dyads.map(dyad);
  return WatchSettings.parse({ schema: "entente.watch/1", ...given, alerts, digest: { ...digest, dyads } });
}
