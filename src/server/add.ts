import { PassThrough } from "node:stream";
import type { FastifyReply } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { Desk } from "../desk/index.ts";
import { AddEvent, asEntenteError, ErrorBody, Source } from "../schema/index.ts";
import { guardPath } from "./guard.ts";
import { GIVEN_LIMIT, type ServerOptions, writesPerMinute } from "./options.ts";

const TYPE = "application/x-ndjson";

/** The intake: NDJSON, a line as soon as it is known. Stops when the asker goes away. */
export function addRoutes(desk: Desk, options: ServerOptions): FastifyPluginAsyncZod {
  return async (api) => {
    const open = new Set<AbortController>();
    api.addHook("preClose", async () => {
      for (const each of open) each.abort();
    });
    api.post(
      "/add",
      {
        bodyLimit: GIVEN_LIMIT,
        schema: {
          summary: "Takes in, codes and stores what the source holds",
          body: Source,
          response: {
            200: { description: "One event a line", content: { [TYPE]: { schema: AddEvent } } },
            default: ErrorBody,
          },
        },
        preHandler: guardPath(options.token),
        config: { rateLimit: { max: writesPerMinute(options) } },
      },
      async (request, reply) => {
        const lines = new PassThrough();
        const gone = new AbortController();
        open.add(gone);
        reply.raw.on("close", () => {
          gone.abort();
          open.delete(gone);
        });
        void intake(desk, request.body, lines, gone.signal);
        await (reply as FastifyReply).type(`${TYPE}; charset=utf-8`).send(lines);
        return reply;
      },
    );
  };
}

async function intake(desk: Desk, source: Source, lines: PassThrough, signal: AbortSignal): Promise<void> {
  const tell = (event: AddEvent): void => {
    if (!lines.destroyed) lines.write(`${JSON.stringify(event)}\n`);
  };
  try {
    tell({ result: await desk.add(source, { onProgress: (progress) => tell({ progress }), signal }) });
  } catch (thrown) {
    tell({ error: asEntenteError(thrown).toRecord() });
  }
  lines.end();
}
