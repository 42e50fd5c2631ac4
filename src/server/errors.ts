import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import { asEntenteError, EntenteError, type ErrorCode } from "../schema/index.ts";

const STATUS: Partial<Record<ErrorCode, number>> = {
  usage: 400,
  "request.invalid": 400,
  "dyad.same": 400,
  "period.invalid": 400,
  "request.foreign": 403,
  "request.path": 403,
  "request.remote": 403,
  "folder.outside": 403,
  "state.unknown": 404,
  "search.exclusions": 400,
  "actor.unknown": 404,
  "document.unknown": 404,
  "job.unknown": 404,
  "job.state": 409,
  "job.gone": 409,
  "subscription.unknown": 404,
  "incident.unknown": 404,
  "freeze.unknown": 404,
  "freeze.taken": 409,
  "freeze.empty": 404,
  "data.occupied": 409,
  "data.frozen": 409,
  "events.unknown": 422,
  "brief.nodata": 404,
  "measure.undated": 404,
  "report.unknown": 404,
  "review.unknown": 404,
  "review.taken": 409,
  "review.undone": 409,
  "review.nothing": 422,
  "review.span": 422,
  "place.unknown": 422,
  "incident.whole": 422,
  "incident.same": 422,
  "request.unknown": 404,
  "evidence.unresolved": 409,
  "edits.conflict": 409,
  "edits.unknown": 404,
  "version.unknown": 404,
  "watch.rule": 404,
  "citation.missing": 422,
  "brief.logo": 422,
  "mail.address": 422,
  "mail.settings": 409,
  "mail.failed": 502,
  "webhook.failed": 502,
  "input.toolarge": 413,
  "request.type": 415,
  "url.invalid": 422,
  "request.limit": 429,
  "service.unreachable": 502,
};

const STATUS_OF_KIND: Readonly<Record<string, number>> = { input: 422, line: 422, url: 502 };

/** The HTTP status that says the same as an entry of the catalogue. */
export const statusOf = (code: ErrorCode): number => STATUS[code] ?? STATUS_OF_KIND[code.split(".")[0]] ?? 500;

function detailOf(error: FastifyError): string {
  if (!hasZodFastifySchemaValidationErrors(error)) return error.message;
  return error.validation
    .map(
      (issue) =>
        `${[error.validationContext, ...issue.instancePath.split("/").filter(Boolean)].join(".")}: ${issue.message}`,
    )
    .join("; ");
}

/** What Fastify itself refuses, in the catalogue's words. */
function fromFastify(error: FastifyError, request: FastifyRequest): EntenteError | undefined {
  switch (error.code) {
    case "FST_ERR_CTP_BODY_TOO_LARGE":
      return new EntenteError("input.toolarge", { path: "The request", size: sizeOf(request), limit: "10 MB" });
    case "FST_ERR_CTP_INVALID_MEDIA_TYPE":
      return new EntenteError("request.type", { type: request.headers["content-type"] ?? "of no stated type" });
  }
  const ours = error.statusCode !== undefined && error.statusCode < 500;
  return ours ? new EntenteError("request.invalid", { detail: detailOf(error).replace(/\.$/, "") }) : undefined;
}

function sizeOf(request: FastifyRequest): string {
  const length = Number(request.headers["content-length"]);
  return Number.isFinite(length) ? `${(length / 1024 / 1024).toFixed(1)} MB` : "more than 10 MB";
}

/** Answers any thrown thing as `{code, message, remedy}` with its status. */
export function answerError(thrown: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const known = thrown instanceof EntenteError ? thrown : fromFastify(thrown, request);
  const error = known ?? asEntenteError(thrown);
  const status = statusOf(error.code);
  if (status >= 500) request.log.error(thrown);
  return reply.code(status).type("application/json").send(JSON.stringify(error.toRecord()));
}

/** Answers an address under /api that nothing answers to. */
export function answerUnknown(request: FastifyRequest, _reply: FastifyReply): never {
  throw new EntenteError("request.unknown", { path: request.url });
}

/** What the rate limit throws. */
export const tooManyRequests = (_request: FastifyRequest, context: { max: number; ttl: number }): EntenteError =>
  new EntenteError("request.limit", { max: context.max, seconds: Math.ceil(context.ttl / 1000) });
