import { PassThrough } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Desk } from "../desk/index.ts";
import {
  asEntenteError,
  BackupRequest,
  EntenteError,
  ErrorBody,
  EventImport,
  Exported,
  ExportRequest,
  Freeze,
  FreezeCheck,
  FreezeRequest,
  RecodeEvent,
  RecodeRequest,
  Verification,
} from "../schema/index.ts";
import { hasToken } from "./guard.ts";
import { type ServerOptions, writesPerMinute } from "./options.ts";

const Name = z.object({ name: FreezeRequest.shape.name });
const Nothing = z.object({});
const NDJSON = "application/x-ndjson";

const answers = <T extends z.ZodType>(shape: T) => ({ 200: shape, default: ErrorBody });

/** Verifying, backups, exports, event data, freezes and re-coding. What names a path is for the `entente` command alone. */
export function keepingRoutes(desk: Desk, options: ServerOptions): FastifyPluginAsyncZod {
  const config = { rateLimit: { max: writesPerMinute(options) } };
  const commandOnly = async (request: FastifyRequest): Promise<void> => {
    if (!hasToken(request, options.token)) throw new EntenteError("request.path");
  };
  return async (api) => {
    api.post(
      "/keeping/verification",
      { schema: { summary: "Whether the ledger is whole", body: Nothing, response: answers(Verification) }, config },
      () => desk.keeping.verify(),
    );
    api.post(
      "/keeping/backups",
      {
        schema: { summary: "Copies the data folder", body: BackupRequest, response: answers(Exported) },
        preHandler: commandOnly,
      },
      ({ body }) => desk.keeping.backup(body.folder),
    );
    api.post(
      "/keeping/exports",
      {
        schema: { summary: "Writes the ledger out", body: ExportRequest, response: answers(Exported) },
        preHandler: commandOnly,
      },
      ({ body }) => desk.keeping.export(body),
    );
    api.post(
      "/keeping/events",
      {
        schema: {
          summary: "Takes ready-made event data into its tables",
          body: z.object({ path: z.string().min(1) }),
          response: answers(EventImport),
        },
        preHandler: commandOnly,
      },
      ({ body }) => desk.keeping.importEvents(body.path),
    );
    api.get(
      "/keeping/freezes",
      { schema: { summary: "Read-only snapshots of a period", response: answers(z.array(Freeze)) } },
      async () => [...(await desk.keeping.freezes())],
    );
    api.post(
      "/keeping/freezes",
      { schema: { summary: "Freezes a period", body: FreezeRequest, response: answers(Freeze) }, config },
      ({ body }) => desk.keeping.freeze(body),
    );
    api.post(
      "/keeping/freezes/:name/verification",
      {
        schema: {
          summary: "Whether a freeze is as it was made",
          params: Name,
          body: Nothing,
          response: answers(FreezeCheck),
        },
        config,
      },
      ({ params }) => desk.keeping.verifyFreeze(params.name),
    );
    api.delete(
      "/keeping/freezes/:name",
      {
        schema: {
          summary: "Deletes a freeze for good",
          params: Name,
          response: answers(z.object({ deleted: z.string() })),
        },
        preHandler: commandOnly,
      },
      async ({ params }) => {
        await desk.keeping.deleteFreeze(params.name);
        return { deleted: params.name };
      },
    );
    api.post(
      "/keeping/recodings",
      {
        schema: {
          summary: "Codes everything anew beside the ledger, and tells the difference",
          body: RecodeRequest,
          response: {
            200: { description: "One event a line", content: { [NDJSON]: { schema: RecodeEvent } } },
            default: ErrorBody,
          },
        },
        config,
      },
      async (request, reply) => {
        const lines = new PassThrough();
        const gone = new AbortController();
        reply.raw.on("close", () => gone.abort());
        void recode(desk, request.body, lines, gone.signal);
        await (reply as FastifyReply).type(`${NDJSON}; charset=utf-8`).send(lines);
        return reply;
      },
    );
  };
}

async function recode(desk: Desk, request: RecodeRequest, lines: PassThrough, signal: AbortSignal): Promise<void> {
  const tell = (event: RecodeEvent): void => {
    if (!lines.destroyed) lines.write(`${JSON.stringify(event)}\n`);
  };
  try {
    tell({ result: await desk.keeping.recode(request, { onProgress: (progress) => tell({ progress }), signal }) });
  } catch (thrown) {
    tell({ error: asEntenteError(thrown).toRecord() });
  }
  lines.end();
}
