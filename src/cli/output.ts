import { once } from "node:events";
import type { EntenteError, Refusal } from "../schema/index.ts";

/** What a command prints: results on standard output, everything else on standard error. */
export class Output {
  /** Inputs that were refused so far. */
  refusals = 0;
  readonly json: boolean;
  #broken: Error | undefined;

  constructor(json: boolean) {
    this.json = json;
    process.stdout.on("error", (error) => {
      this.#broken = error;
    });
  }

  /** Writes to standard output and waits while its reader is slow. Rejects once the reader has gone (EPIPE). */
  async write(text: string): Promise<void> {
    if (this.#broken) throw this.#broken;
    if (!process.stdout.write(text)) await Promise.race([once(process.stdout, "drain"), once(process.stdout, "close")]);
    if (this.#broken) throw this.#broken;
  }

  async line(text = ""): Promise<void> {
    await this.write(`${text}\n`);
  }

  async value(value: unknown): Promise<void> {
    await this.line(JSON.stringify(value));
  }

  /** A remark for the person at the terminal. */
  say(text: string): void {
    process.stderr.write(`${text}\n`);
  }

  refused({ input, error }: Refusal): void {
    this.refusals += 1;
    this.say(`refused: ${input}\n  ${error.message}\n  ${error.remedy}`);
  }

  error(error: EntenteError): void {
    if (this.json) process.stderr.write(`${JSON.stringify({ error: error.toRecord() })}\n`);
    else this.say(`entente: ${error.message}\n  ${error.remedy}`);
    if (error.code === "internal" && error.cause instanceof Error && error.cause.stack) this.say(error.cause.stack);
  }
}
