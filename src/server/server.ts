import helmet from "@fastify/helmet";
import rateLimit from "@fastify/rate-limit";
import fastify, { type FastifyInstance } from "fastify";
import { serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import type { Desk } from "../desk/index.ts";
import { addRoutes } from "./add.ts";
import { answerError, answerUnknown, tooManyRequests } from "./errors.ts";
import { guardOrigin, hasToken } from "./guard.ts";
import { jobRoutes } from "./job-routes.ts";
import { keepingRoutes } from "./keeping-routes.ts";
import { describeApi } from "./openapi.ts";
import { BODY_LIMIT, requestsPerMinute, type ServerOptions } from "./options.ts";
import { servePages } from "./pages.ts";
import { routes } from "./routes.ts";

const SECURITY = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
      styleSrc: ["'self'"],
      styleSrcAttr: ["'unsafe-inline'"],
      imgSrc: ["'self'", "data:"],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      workerSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  strictTransportSecurity: false,
  referrerPolicy: { policy: "no-referrer" },
} as const;

/**
 * The service over a desk: `/api` with its OpenAPI document, and the pages. It listens nowhere yet, and closing it
 * leaves the desk open.
 */
export function createServer(desk: Desk, options: ServerOptions = {}): FastifyInstance {
  const server = fastify({ bodyLimit: BODY_LIMIT, logger: options.logger ?? false });
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);
  server.removeContentTypeParser("text/plain");
  server.setErrorHandler(answerError);
  server.addHook("onRequest", guardOrigin(options.hosts ?? []));
  server.register(helmet, SECURITY);
  describeApi(server);
  server.register(
    async (api) => {
      // The files of the pages don't count: a page of a hundred small ones is one look at it.
      api.register(rateLimit, {
        max: requestsPerMinute(options),
        allowList: (request) => hasToken(request, options.token),
        errorResponseBuilder: tooManyRequests,
      });
      api.setNotFoundHandler(answerUnknown);
      api.register(routes(desk, options));
      api.register(addRoutes(desk, options));
      api.register(jobRoutes(desk, options));
      api.register(keepingRoutes(desk, options));
    },
    { prefix: "/api" },
  );
  server.register(servePages(options.pages));
  return server;
}
