import { workerData } from "node:worker_threads";
import type { Document } from "../../schema/index.ts";
import { readerOf } from "../reader.ts";
import { type Coded, codeDocument } from "./coding.ts";

/** A thread of the pool: it makes a reader of the shared model once, and codes document after document. */
const reader = readerOf(workerData);

export default (document: Document): Coded => codeDocument(document, reader);
