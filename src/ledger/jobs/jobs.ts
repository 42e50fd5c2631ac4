import type { Job, JobSource, Refusal } from "../../schema/index.ts";
import type { Database, Writer } from "../store/database.ts";

/** One transaction, while nobody else writes to the ledger. Errors: data.unwritable. */
export type Write = (work: (writer: Writer) => Promise<void>) => Promise<void>;

const rowOf = (job: Job) => [job.id, job.begun, job.state, JSON.stringify(job)] as const;

/** The jobs of the intake, as they are kept over a restart. */
export class JobStore {
  readonly #database: Database;
  readonly #write: Write;

  constructor(database: Database, write: Write) {
    this.#database = database;
    this.#write = write;
  }

  /** Writes down a new job, with what it goes through. */
  begin(job: Job, source: JobSource): Promise<void> {
    return this.#write(async (writer) => {
      await writer.insert("jobs", [rowOf(job)]);
      await writer.insert("job_sources", [[job.id, JSON.stringify(source)]]);
    });
  }

  /** Writes down how far a job has come, and what it refused since the last time. */
  save(job: Job, refusals: readonly Refusal[] = []): Promise<void> {
    return this.#write(async (writer) => {
      await writer.run("UPDATE jobs SET state = $1, json = $2 WHERE id = $3", [job.state, JSON.stringify(job), job.id]);
      const [{ last }] = await writer.read<{ last: number }>(
        "SELECT coalesce(max(seq), 0)::INTEGER AS last FROM job_refusals WHERE job = $1",
        [job.id],
      );
      await writer.insert(
        "job_refusals",
        refusals.map(({ input, error: { code, message, remedy } }, index) => [
          ...[job.id, last + 1 + index, input],
          ...[code, message, remedy],
        ]),
      );
      if (job.state === "done") await writer.run("DELETE FROM job_sources WHERE job = $1", [job.id]);
    });
  }

  /** Takes a job up again: its log begins anew. */
  restart(job: Job): Promise<void> {
    return this.#write(async (writer) => {
      await writer.run("DELETE FROM job_refusals WHERE job = $1", [job.id]);
      await writer.run("UPDATE jobs SET state = $1, json = $2 WHERE id = $3", [job.state, JSON.stringify(job), job.id]);
    });
  }

  /** The newest jobs first. */
  async newest(limit: number): Promise<readonly Job[]> {
    const rows = await this.#database.read<{ json: string }>(
      "SELECT json FROM jobs ORDER BY begun DESC, rowid DESC LIMIT $1",
      [limit],
    );
    return rows.map(({ json }) => JSON.parse(json) as Job);
  }

  /** Jobs of which the ledger says that they run or wait to. */
  async unended(): Promise<readonly Job[]> {
    const rows = await this.#database.read<{ json: string }>(
      "SELECT json FROM jobs WHERE state IN ('running', 'waiting')",
    );
    return rows.map(({ json }) => JSON.parse(json) as Job);
  }

  async job(id: string): Promise<Job | undefined> {
    const [row] = await this.#database.read<{ json: string }>("SELECT json FROM jobs WHERE id = $1", [id]);
    return row && (JSON.parse(row.json) as Job);
  }

  /** What a job goes through; nothing where it is done. */
  async source(id: string): Promise<JobSource | undefined> {
    const [row] = await this.#database.read<{ json: string }>("SELECT json FROM job_sources WHERE job = $1", [id]);
    return row && (JSON.parse(row.json) as JobSource);
  }

  /** What a job refused, in the order in which it did. */
  async refusals(id: string, offset: number, limit: number): Promise<readonly Refusal[]> {
    const rows = await this.#database.read<{ input: string } & Refusal["error"]>(
      `SELECT input, code, message, remedy FROM job_refusals WHERE job = $1 ORDER BY seq
       LIMIT ${Math.floor(limit)} OFFSET ${Math.floor(offset)}`,
      [id],
    );
    return rows.map(({ input, code, message, remedy }) => ({ input, error: { code, message, remedy } }));
  }
}
