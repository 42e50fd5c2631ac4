/** The service: the desk over HTTP, and the files of the pages. Holds no logic of its own. */
export { listen } from "./listen.ts";
export { createServer } from "./server.ts";
