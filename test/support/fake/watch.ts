import { alertFeed } from "../../../src/brief/index.ts";
import type { Desk } from "../../../src/desk/index.ts";
import type { SentEntry, SmtpSettings, WatchGiven, WatchView } from "../../../src/schema/index.ts";

const AT = "2021-01-04T09:00:00.000Z";

/** A watch in memory, which sends nothing. */
export class FakeWatch {
  readonly #desk: Pick<Desk, "relation">;
  #settings: WatchView = { days: 365, every: "*/15 * * * *", alerts: [], watching: true, waiting: 0 };
  readonly #sent: SentEntry[] = [];

  constructor(desk: Pick<Desk, "relation">) {
    this.#desk = desk;
  }

  async settings(): Promise<WatchView> {
    return this.#settings;
  }

  async save(given: WatchGiven): Promise<WatchView> {
    for (const { dyad } of given.alerts) await this.#desk.relation({ a: dyad[0], b: dyad[1] });
    const { mail, ...kept } = this.#settings;
    this.#settings = { ...kept, digest: undefined, ...given, ...(mail && { mail }), next: "2021-01-04T09:15:00.000Z" };
    return this.#settings;
  }

  async saveMail(given: SmtpSettings | undefined): Promise<WatchView> {
    const { mail: _mail, ...kept } = this.#settings;
    const { password, ...mail } = given ?? {};
    this.#settings = given ? { ...kept, mail: { ...given, ...mail, hasPassword: password !== undefined } } : kept;
    return this.#settings;
  }

  async preview() {
    const unseen = this.#settings.alerts.map(({ id }) => id);
    const { digest } = this.#settings;
    const text = "What is new: China and the Russian Federation\n\n- Interfax: “They met.”\n";
    return {
      alerts: [],
      unseen,
      ...(digest && { digest: { title: "What is new: China and the Russian Federation", text, to: digest.to } }),
    };
  }

  async test(id: string) {
    const entry = {
      at: AT,
      kind: "test",
      title: `Test of the alert “${id}”`,
      target: "feed",
      outcome: "sent",
    } as const;
    this.#sent.unshift(entry);
    return [entry];
  }

  async look() {
    return [];
  }

  async sendDigest() {
    return false;
  }

  async sent() {
    return this.#sent;
  }

  async feed() {
    return alertFeed([]);
  }
}
