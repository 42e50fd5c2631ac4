import type { FastifyInstance } from "fastify";
import { EntenteError } from "../schema/index.ts";

export interface Address {
  /** 4600 by default, 0 for any free one. */
  readonly port?: number;
  /** 127.0.0.1 by default: this machine only. */
  readonly host?: string;
}

const hasCode = (thrown: unknown): thrown is { code: string } =>
  typeof thrown === "object" && thrown !== null && "code" in thrown;

/**
 * Lets the service listen, and gives the address to open.
 * Errors: port.taken.
 */
export async function listen(server: FastifyInstance, address: Address = {}): Promise<string> {
  const { port = 4600, host = "127.0.0.1" } = address;
  try {
    return await server.listen({ port, host });
  } catch (thrown) {
    if (hasCode(thrown) && thrown.code === "EADDRINUSE")
      throw new EntenteError("port.taken", { port }, { cause: thrown });
    throw thrown;
  }
}
