import { readFileSync } from "node:fs";
import { read } from "../../src/coding/index.ts";
import { articleLines, scoreArticle } from "./article.ts";
import { documentOf, sharedPath, shippedReader } from "./load.ts";

const article = sharedPath("seeds", "article.txt");
const gold = sharedPath("gold", "article.events.json");
if (article && gold) {
  const text = readFileSync(article, "utf8");
  const reading = read(documentOf("article", text, "2021-01-10"), shippedReader());
  for (const line of articleLines(scoreArticle(reading, text, JSON.parse(readFileSync(gold, "utf8"))), text))
    console.log(line);
} else console.log("article: skipped, the development data is absent");
