import { mkdir, writeFile } from "node:fs/promises";
import { publishedSchemas } from "./published-schemas.ts";

/** Writes docs/schema/ anew from the zod schemas. */
await mkdir("docs/schema", { recursive: true });
for (const [name, schema] of publishedSchemas()) {
  await writeFile(`docs/schema/${name}.json`, `${JSON.stringify(schema, null, 2)}\n`);
  console.log(`docs/schema/${name}.json`);
}
