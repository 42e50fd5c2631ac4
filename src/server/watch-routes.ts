import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Desk } from "../desk/index.ts";
import {
  ErrorBody,
  RaisedAlert,
  SentEntry,
  SmtpSettings,
  WatchGiven,
  WatchPreview,
  WatchView,
} from "../schema/index.ts";
import { type ServerOptions, writesPerMinute } from "./options.ts";

type Api = Parameters<FastifyPluginAsyncZod>[0];

const answers = <T extends z.ZodType>(shape: T) => ({ 200: shape, default: ErrorBody });

/** Alerts and the digest: their settings, what they would send, what they sent, and the feed. */
export function watchRoutes(api: Api, { watch }: Desk, options: ServerOptions): void {
  const config = { rateLimit: { max: writesPerMinute(options) } };
  api.get("/watch", { schema: { summary: "What is watched, and who is told", response: answers(WatchView) } }, () =>
    watch.settings(),
  );
  api.put(
    "/watch",
    { schema: { summary: "Keeps what is watched", body: WatchGiven, response: answers(WatchView) }, config },
    ({ body }) => watch.save(body),
  );
  api.put(
    "/watch/mail",
    { schema: { summary: "Keeps the mail server", body: SmtpSettings, response: answers(WatchView) }, config },
    ({ body }) => watch.saveMail(body),
  );
  api.delete("/watch/mail", { schema: { summary: "Forgets the mail server", response: answers(WatchView) } }, () =>
    watch.saveMail(undefined),
  );
  api.get("/watch/preview", { schema: { summary: "What would be sent now", response: answers(WatchPreview) } }, () =>
    watch.preview(),
  );
  api.post(
    "/watch/alerts/:id/test",
    {
      schema: {
        summary: "Sends a made-up alert to the targets of a rule",
        params: z.object({ id: z.string().min(1).max(60) }),
        response: answers(z.array(SentEntry)),
      },
      config,
    },
    async ({ params }) => [...(await watch.test(params.id))],
  );
  api.post(
    "/watch/look",
    { schema: { summary: "Looks now", response: answers(z.array(RaisedAlert)) }, config },
    async () => [...(await watch.look())],
  );
  api.post(
    "/watch/digest",
    { schema: { summary: "Sends the digest now", response: answers(z.object({ sent: z.boolean() })) }, config },
    async () => ({ sent: await watch.sendDigest() }),
  );
  api.get(
    "/watch/sent",
    { schema: { summary: "What was sent and what was not", response: answers(z.array(SentEntry)) } },
    async () => [...(await watch.sent())],
  );
  api.get("/alerts.atom", { schema: { summary: "Alerts as an Atom feed" } }, async (_request, reply) =>
    reply.type("application/atom+xml; charset=utf-8").send(await watch.feed()),
  );
}
