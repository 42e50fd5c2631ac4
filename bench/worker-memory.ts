import { loadWhole } from "../src/desk/index.ts";
import { CoderPool } from "../src/desk/jobs/pool.ts";
import { documentsToRead } from "./documents.ts";

const [model] = process.argv.slice(2);
const { documents } = await documentsToRead();
const { parts } = await loadWhole(model);
const before = process.memoryUsage().rss;
const pool = new CoderPool(parts, 1);
for (const document of documents) await pool.code(document);
const after = process.memoryUsage().rss;
await pool.close();
console.log((after - before) / 1e6);
