import {
  addressOf,
  alertFeed,
  digestText,
  previewAlerts,
  previewDigest,
  raiseAlerts,
  raisedAlerts,
  sendDigest,
  testRule,
  type Watch,
  type Watched,
  waitingAlerts,
} from "../../brief/index.ts";
import type { Knowledge } from "../../knowledge/index.ts";
import {
  type AlertTarget,
  EntenteError,
  type MailView,
  type RaisedAlert,
  type SentEntry,
  type SmtpSettings,
  type WatchGiven,
  type WatchPreview,
  type WatchView,
} from "../../schema/index.ts";
import { noteSent, readMail, readSettings, sentEntries, writeMail, writeSettings } from "./files.ts";
import { checkedSettings } from "./given.ts";
import type { WatchDesk } from "./types.ts";

/** Entries of the log that are shown. */
const SHOWN = 100;

/** What a watch needs of its desk. */
interface Parts {
  readonly folder: string;
  readonly knowledge: Knowledge;
  readonly watched: Watched;
}

/** Told when the settings change, and asked when it looks next. */
export interface Clock {
  readonly onChange: () => Promise<void>;
  readonly next: () => { readonly next?: string; readonly nextDigest?: string };
}

const withoutSecret = (target: AlertTarget) =>
  target.kind === "webhook" ? { kind: target.kind, url: target.url } : target;

const mailView = ({ password, ...mail }: SmtpSettings): MailView => ({ ...mail, hasPassword: password !== undefined });

/** The watch over a data folder. Whatever looks or sends does so by itself, so that nothing goes out twice. */
export class LocalWatch implements WatchDesk {
  readonly #parts: Parts;
  #clock: Clock | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Sets the clock by which a service looks; none where it stops. */
  setClock(clock: Clock | undefined): void {
    this.#clock = clock;
  }

  async settings(): Promise<WatchView> {
    const { folder } = this.#parts;
    const { schema: _schema, alerts, ...settings } = await readSettings(folder);
    const mail = await readMail(folder);
    return {
      ...settings,
      alerts: alerts.map((rule) => ({ ...rule, to: rule.to.map(withoutSecret) })),
      ...(mail && { mail: mailView(mail) }),
      watching: this.#clock !== undefined,
      ...this.#clock?.next(),
      waiting: await waitingAlerts(folder),
    };
  }

  async save(given: WatchGiven): Promise<WatchView> {
    const { folder, knowledge } = this.#parts;
    await this.#alone(async () => {
      await writeSettings(folder, checkedSettings(given, await readSettings(folder), knowledge));
    });
    await this.#clock?.onChange();
    return this.settings();
  }

  async saveMail(mail: SmtpSettings | undefined): Promise<WatchView> {
    const { folder } = this.#parts;
    if (mail) addressOf(mail.from);
    const kept = await readMail(folder);
    const password =
      mail?.password ?? (mail && kept?.host === mail.host && kept.user === mail.user ? kept.password : undefined);
    await writeMail(folder, mail && { ...mail, ...(password !== undefined && { password }) });
    return this.settings();
  }

  async preview(): Promise<WatchPreview> {
    const watch = await this.#watch();
    const { alerts, unseen } = await previewAlerts(watch);
    const digest = await previewDigest(watch);
    const to = watch.settings.digest?.to ?? [];
    return {
      alerts: [...alerts],
      unseen: [...unseen],
      ...(digest && { digest: { title: digest.title, text: digestText(digest), to } }),
    };
  }

  async test(id: string): Promise<readonly SentEntry[]> {
    const watch = await this.#watch();
    const rule = watch.settings.alerts.find((each) => each.id === id);
    if (!rule) throw new EntenteError("watch.rule", { id });
    return this.#alone(() => testRule(rule, rule.dyad.map(this.#parts.knowledge.stateName), watch));
  }

  look(): Promise<readonly RaisedAlert[]> {
    return this.#alone(async () => raiseAlerts(await this.#watch()));
  }

  sendDigest(): Promise<boolean> {
    return this.#alone(async () => (await sendDigest(await this.#watch())) !== undefined);
  }

  sent(): Promise<readonly SentEntry[]> {
    return sentEntries(this.#parts.folder, SHOWN);
  }

  async feed(): Promise<string> {
    return alertFeed(await raisedAlerts(this.#parts.folder));
  }

  async #watch(): Promise<Watch> {
    const { folder, watched } = this.#parts;
    const smtp = await readMail(folder);
    return {
      desk: watched,
      settings: await readSettings(folder),
      folder,
      ...(smtp && { smtp }),
      now: () => new Date(),
      onFailure: () => undefined,
      record: (entry) => noteSent(folder, entry),
    };
  }

  /** One look or sending at a time. */
  #alone<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#last.then(work);
    this.#last = next.catch(() => undefined);
    return next;
  }
}
