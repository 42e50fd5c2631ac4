import model from "../../model/small.entente?url";
import { explain, type Reader } from "../../src/coding/index.ts";
import { buildKnowledge, type Knowledge } from "../../src/knowledge/index.ts";
import { createAnalyser, loadModel } from "../../src/language/index.ts";
import type { Document } from "../../src/schema/index.ts";
import type { Answer, Message, Question } from "./messages.ts";

/** The whole coder beside the page: its model and tables come once, then no text leaves the page. */

const tell = (message: Message): void => self.postMessage(message);

const reasonOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));

const PREFIX = "../../knowledge/";

function loadKnowledge(): Knowledge {
  const tables = import.meta.glob<string>("../../knowledge/**/*.{tsv,yaml}", {
    query: "?raw",
    import: "default",
    eager: true,
  });
  const paths = Object.keys(tables).sort();
  return buildKnowledge(Object.fromEntries(paths.map((path) => [path.slice(PREFIX.length), tables[path]])));
}

async function loadReader(): Promise<Reader> {
  const response = await fetch(model);
  if (!response.ok) throw new Error(`The model could not be fetched (${response.status}).`);
  const loaded = loadModel(new Uint8Array(await response.arrayBuffer()));
  const analyser = createAnalyser(loaded);
  const { name, version } = loaded.facts;
  return { analyse: (text) => analyser.analyse(text), knowledge: loadKnowledge(), model: `${name} ${version}` };
}

/** A text that is nowhere stored: its id and original name nothing. */
const documentOf = ({ text, published }: Question): Document => ({
  id: "here",
  language: "en",
  text,
  original: "0".repeat(64),
  ...(published && { published }),
});

function answer(question: Question, reader: Reader): Answer {
  const document = documentOf(question);
  const start = performance.now();
  const explanation = explain(document, reader);
  return { document, explanation, milliseconds: performance.now() - start };
}

const start = performance.now();
const loading = loadReader();
loading.then(
  ({ knowledge }) => {
    const states = knowledge.states.map(({ code, name }) => ({ code, name }));
    tell({ kind: "ready", ready: { states, milliseconds: performance.now() - start } });
  },
  (thrown) => tell({ kind: "failed", reason: reasonOf(thrown) }),
);

self.addEventListener("message", async ({ data }: MessageEvent<Question>) => {
  try {
    tell({ kind: "answer", id: data.id, answer: answer(data, await loading) });
  } catch (thrown) {
    tell({ kind: "failed", id: data.id, reason: reasonOf(thrown) });
  }
});
