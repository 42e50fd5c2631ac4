import { Readable } from "node:stream";
import type { FastifyReply } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Desk } from "../desk/index.ts";
import {
  ErrorBody,
  IntakeEvent,
  Job,
  JobView,
  Outlet,
  Source,
  Subscription,
  SubscriptionRequest,
} from "../schema/index.ts";
import { askerOf, guardPath } from "./guard.ts";
import { GIVEN_LIMIT, type ServerOptions, writesPerMinute } from "./options.ts";

const Id = z.object({ id: z.string().min(1).max(60) });
const Log = z.object({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});
const Refreshed = z.object({ subscription: Subscription, job: Job.optional() });
const Removed = z.object({ removed: z.string() });

/** So often a line is sent where nothing happens, in milliseconds: proxies and browsers keep the connection. */
const HEARTBEAT = 15_000;

const answers = <T extends z.ZodType>(shape: T) => ({ 200: shape, default: ErrorBody });

/** Every intake as a job, and the feeds and folders that bring new ones. */
export function jobRoutes(desk: Desk, options: ServerOptions): FastifyPluginAsyncZod {
  return async (api) => {
    const config = { rateLimit: { max: writesPerMinute(options) } };
    await api.register(eventRoute(desk));
    api.get(
      "/jobs",
      { schema: { summary: "The newest jobs of the intake", response: answers(z.array(Job)) } },
      async () => [...(await desk.jobs.list())],
    );
    api.get(
      "/jobs/:id",
      {
        schema: {
          summary: "A job with the log of what it refused",
          params: Id,
          querystring: Log,
          response: answers(JobView),
        },
      },
      ({ params, query }) => desk.jobs.job(params.id, query),
    );
    api.post(
      "/jobs",
      {
        bodyLimit: GIVEN_LIMIT,
        schema: { summary: "Begins to take in what a source holds", body: Source, response: answers(Job) },
        preHandler: guardPath(options.token),
        config,
      },
      ({ body }) => desk.jobs.start(body),
    );
    api.post(
      "/jobs/samples",
      { schema: { summary: "Begins to take in the sample archive", response: answers(Job) }, config },
      () => desk.jobs.samples(),
    );
    for (const action of ["pause", "resume", "cancel"] as const) {
      api.post(
        `/jobs/:id/${action}`,
        { schema: { summary: `Lets a job ${action}`, params: Id, response: answers(Job) }, config },
        ({ params }) => desk.jobs[action](params.id),
      );
    }
    subscriptionRoutes(api, desk, options);
  };
}

function subscriptionRoutes(api: Parameters<FastifyPluginAsyncZod>[0], desk: Desk, options: ServerOptions): void {
  const config = { rateLimit: { max: writesPerMinute(options) } };
  api.get(
    "/subscriptions",
    { schema: { summary: "Feeds and watched folders, with their health", response: answers(z.array(Subscription)) } },
    async () => [...(await desk.subscriptions.list())],
  );
  api.post(
    "/subscriptions",
    {
      schema: {
        summary: "Subscribes to a feed or a folder",
        body: SubscriptionRequest,
        response: answers(Subscription),
      },
      config,
    },
    async (request) => {
      const isOfPage = request.body.kind === "folder" && askerOf(request, options.token) === "page";
      return desk.subscriptions.add(request.body, isOfPage ? "page" : undefined);
    },
  );
  api.delete(
    "/subscriptions/:id",
    { schema: { summary: "Forgets a feed or folder", params: Id, response: answers(Removed) }, config },
    async ({ params }) => {
      await desk.subscriptions.remove(params.id);
      return { removed: params.id };
    },
  );
  api.post(
    "/subscriptions/:id/refresh",
    { schema: { summary: "Looks at a feed or folder now", params: Id, response: answers(Refreshed) }, config },
    ({ params }) => desk.subscriptions.refresh(params.id),
  );
  api.get(
    "/outlets",
    { schema: { summary: "Who published the documents of the ledger", response: answers(z.array(Outlet)) } },
    async () => [...(await desk.subscriptions.outlets())],
  );
}

/** Server-sent events: what changes in the intake, as it does, until the asker goes or the service stops. */
function eventRoute(desk: Desk): FastifyPluginAsyncZod {
  return async (api) => {
    const open = new Set<AbortController>();
    api.addHook("preClose", async () => {
      for (const each of open) each.abort();
    });
    api.get(
      "/jobs/events",
      {
        schema: {
          summary: "What changes in the intake, as it does",
          description: "First all jobs, feeds and folders, then each that has something new.",
          response: {
            200: { description: "Server-sent events", content: { "text/event-stream": { schema: IntakeEvent } } },
            default: ErrorBody,
          },
        },
      },
      async (_request, reply) => {
        const gone = new AbortController();
        open.add(gone);
        reply.raw.on("close", () => {
          gone.abort();
          open.delete(gone);
        });
        reply.header("cache-control", "no-store").header("x-accel-buffering", "no");
        const events = Readable.from(eventLines(desk, gone.signal), { objectMode: false });
        await (reply as FastifyReply).type("text/event-stream; charset=utf-8").send(events);
        return reply;
      },
    );
  };
}

/** The events as they are sent, and a comment where nothing happens. */
async function* eventLines(desk: Desk, signal: AbortSignal): AsyncGenerator<string> {
  const events = desk.jobs.watch(signal)[Symbol.asyncIterator]();
  let next = events.next();
  while (!signal.aborted) {
    const came = await Promise.race([next, silence(signal)]);
    if (came === undefined) yield ": still here\n\n";
    else if (came.done) return;
    else {
      yield `data: ${JSON.stringify(came.value)}\n\n`;
      next = events.next();
    }
  }
}

/** Ends after a while, or at once when the asker goes. */
function silence(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve(undefined);
    };
    const timer = setTimeout(done, HEARTBEAT);
    timer.unref();
    signal.addEventListener("abort", done, { once: true });
  });
}
