import swagger from "@fastify/swagger";
import type { FastifyInstance } from "fastify";
import { jsonSchemaTransform } from "fastify-type-provider-zod";

/** Collects the routes' schemas; the document is served at /api/openapi.json. */
export function describeApi(server: FastifyInstance): void {
  server.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Entente",
        version: "1",
        description: "The ledger of who did what to whom, and who said so.",
        license: { name: "Apache-2.0", identifier: "Apache-2.0" },
      },
      servers: [{ url: "/" }],
    },
    transform: jsonSchemaTransform,
  });
}
