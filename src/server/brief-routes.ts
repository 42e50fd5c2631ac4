import type { FastifyReply } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { briefAs, citationText, evidenceList, FORMATS, MEDIA_TYPES, mailPreview } from "../brief/index.ts";
import type { Desk } from "../desk/index.ts";
import {
  Brief,
  BriefDifference,
  BriefEdits,
  BriefVersion,
  BriefVersionHead,
  Citation,
  CountryCode,
  Day,
  Delivery,
  EditedBrief,
  EditsHead,
  EditsName,
  ErrorBody,
  Evidence,
  EvidenceList,
} from "../schema/index.ts";
import { type ServerOptions, writesPerMinute } from "./options.ts";

type Api = Parameters<FastifyPluginAsyncZod>[0];

const Dyad = z.object({ a: CountryCode, b: CountryCode });
const Named = Dyad.extend({ name: EditsName });
const Period = z.object({ from: Day.optional(), to: Day.optional() });
const Paper = z.enum(["a4", "letter"]);
const Count = z.coerce.number().int().positive();
/** Which brief: that of the ledger, with edits, or a version that was kept. */
const Which = Period.extend({ edits: EditsName.optional(), version: Count.optional() });
const Recipients = z.array(z.string().min(3).max(300)).min(1).max(100);

const answers = <T extends z.ZodType>(shape: T) => ({ 200: shape, default: ErrorBody });

/** A brief as a page: its own style sheet and figures, nothing else; it may stand in a page of ours. */
const SHEET = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

type Asked = z.infer<typeof Dyad> & z.infer<typeof Which>;

async function briefOf(desk: Desk, { edits, version, ...query }: Asked): Promise<Brief> {
  if (edits === undefined) return desk.brief(query);
  const named = { ...query, name: edits };
  return (await (version === undefined ? desk.edits.open(named) : desk.edits.version(named, version))).brief;
}

const sheet = (reply: FastifyReply, type: string, content: string | Uint8Array): FastifyReply => {
  reply.header("content-security-policy", SHEET).type(type);
  return reply.send(typeof content === "string" ? content : Buffer.from(content));
};

function exportRoutes(api: Api, desk: Desk): void {
  api.get(
    "/relations/:a-:b/brief",
    {
      schema: {
        summary: "The sourced account of a dyad",
        params: Dyad,
        querystring: Which,
        response: answers(Brief),
      },
    },
    ({ params, query }) => briefOf(desk, { ...params, ...query }),
  );
  for (const format of FORMATS) {
    api.get(
      `/relations/:a-:b/brief.${format}`,
      {
        schema: {
          summary: `The same as ${format}`,
          params: Dyad,
          querystring: Which.extend({ paper: Paper.optional() }),
        },
      },
      async ({ params, query: { paper, ...which } }, reply) => {
        const brief = await briefOf(desk, { ...params, ...which });
        return sheet(reply, MEDIA_TYPES[format], await briefAs(brief, format, { paper }));
      },
    );
  }
  api.get(
    "/relations/:a-:b/brief.evidence.json",
    {
      schema: {
        summary: "All that the brief rests on, for a machine to check",
        params: Dyad,
        querystring: Which,
        response: answers(EvidenceList),
      },
    },
    async ({ params, query }) => evidenceList(await briefOf(desk, { ...params, ...query })),
  );
  api.get(
    "/relations/:a-:b/brief.citations.json",
    {
      schema: {
        summary: "Its sources as texts to copy",
        params: Dyad,
        querystring: Which,
        response: answers(z.array(z.object({ document: z.string(), text: z.string() }))),
      },
    },
    async ({ params, query }) => {
      const { sources } = await briefOf(desk, { ...params, ...query });
      return sources.map((source) => ({ document: source.document, text: citationText(source) }));
    },
  );
  api.get(
    "/relations/:a-:b/brief.mail.html",
    { schema: { summary: "The body of its mail, to look at", params: Dyad, querystring: Which } },
    async ({ params, query }, reply) => {
      const brief = await briefOf(desk, { ...params, ...query });
      return sheet(reply, MEDIA_TYPES.html, await mailPreview(brief));
    },
  );
}

function editsRoutes(api: Api, desk: Desk, options: ServerOptions): void {
  const config = { rateLimit: { max: writesPerMinute(options) } };
  const path = "/relations/:a-:b/edits/:name";
  api.get("/edits", { schema: { summary: "All edits of briefs", response: answers(z.array(EditsHead)) } }, async () => [
    ...(await desk.edits.list()),
  ]);
  api.get(
    path,
    { schema: { summary: "A brief with edits", params: Named, querystring: Period, response: answers(EditedBrief) } },
    ({ params, query }) => desk.edits.open({ ...params, ...query }),
  );
  api.put(
    path,
    {
      schema: {
        summary: "Keeps edits over those of a revision",
        params: Named,
        querystring: Period,
        body: z.object({ edits: BriefEdits, revision: z.int().nonnegative() }),
        response: answers(EditedBrief),
      },
    },
    ({ params, query, body }) => desk.edits.save({ ...params, ...query }, body.edits, body.revision),
  );
  api.post(
    `${path}/versions`,
    {
      schema: {
        summary: "Keeps the brief as it is now as a version",
        params: Named,
        querystring: Period,
        body: z.object({ words: z.string().max(200).optional() }),
        response: answers(BriefVersionHead),
      },
      config,
    },
    ({ params, query, body }) => desk.edits.keep({ ...params, ...query }, body.words),
  );
  api.get(
    `${path}/versions/:number`,
    {
      schema: {
        summary: "A version that was kept",
        params: Named.extend({ number: Count }),
        querystring: Period,
        response: answers(BriefVersion),
      },
    },
    ({ params: { number, ...params }, query }) => desk.edits.version({ ...params, ...query }, number),
  );
  api.get(
    `${path}/differences`,
    {
      schema: {
        summary: "What a version, or the brief of now, says otherwise than an earlier version",
        params: Named,
        querystring: Period.extend({ before: Count, after: Count.optional() }),
        response: answers(z.array(BriefDifference)),
      },
    },
    async ({ params, query: { before, after, ...period } }) => [
      ...(await desk.edits.differences({ ...params, ...period }, before, after)),
    ],
  );
  api.post(
    `${path}/mail`,
    {
      schema: {
        summary: "Sends the brief by the mail server that is set",
        params: Named,
        querystring: Period,
        body: z.object({ to: Recipients, paper: Paper.optional() }),
        response: answers(Delivery),
      },
      config,
    },
    ({ params, query, body }) => desk.edits.send({ ...params, ...query }, body.to, body.paper),
  );
  api.post(
    "/citations",
    { schema: { summary: "Words of a stored document as evidence", body: Citation, response: answers(Evidence) } },
    ({ body }) => desk.edits.cite(body),
  );
}

/** Briefs in every format, an analyst's edits of them, and their versions. */
export function briefRoutes(api: Api, desk: Desk, options: ServerOptions): void {
  exportRoutes(api, desk);
  editsRoutes(api, desk, options);
}
