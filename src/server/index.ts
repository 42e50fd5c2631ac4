/** The service: the desk over HTTP, and the files of the pages. Holds no logic of its own. */
export { type Address, listen } from "./listen.ts";
export { createServer, type ServerOptions } from "./server.ts";
