import type { Answer, Message, Question, Ready } from "./messages.ts";

/** The coder in a worker of this page. */
export interface PageCoder {
  readonly ready: Promise<Ready>;
  /** Codes a text here; nothing is sent anywhere. */
  readonly read: (text: string, published?: string) => Promise<Answer>;
}

let started: PageCoder | undefined;

/** The page's coder, loaded when first asked for. */
export function pageCoder(): PageCoder {
  started ??= start();
  return started;
}

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

function start(): PageCoder {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  const waiting = new Map<number, Waiting>();
  const { promise: ready, resolve, reject } = Promise.withResolvers<Ready>();
  const failAll = (error: Error) => {
    started = undefined;
    reject(error);
    for (const one of waiting.values()) one.reject(error);
  };
  worker.addEventListener("error", ({ message }) => failAll(new Error(message || "The coder could not be loaded.")));
  worker.addEventListener("message", ({ data }: MessageEvent<Message>) => {
    if (data.kind === "ready") return resolve(data.ready);
    if (data.kind === "failed" && data.id === undefined) return failAll(new Error(data.reason));
    const one = waiting.get(data.id ?? -1);
    waiting.delete(data.id ?? -1);
    if (data.kind === "answer") one?.resolve(data.answer);
    else one?.reject(new Error(data.reason));
  });
  return { ready, read: (text, published) => ask(worker, waiting, { id: ++last, text, published }) };
}

let last = 0;

function ask(worker: Worker, waiting: Map<number, Waiting>, question: Question): Promise<Answer> {
  return new Promise((resolve, reject) => {
    waiting.set(question.id, { resolve, reject });
    worker.postMessage(question);
  });
}
