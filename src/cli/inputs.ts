import type { Source } from "../schema/index.ts";

/** `https://…` is an address; anything else names a file or folder. */
export const sourceOf = (input: string): Source =>
  /^[a-z][a-z0-9+.-]+:\/\//i.test(input) ? { kind: "url", url: input } : { kind: "path", path: input };

async function standardInput(): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return new TextDecoder("utf-8").decode(Buffer.concat(chunks));
}

/** What a person knows of the text on standard input. */
export interface TextFacts {
  readonly published?: string;
  readonly publisher?: string;
  readonly title?: string;
}

/** The inputs named on the command line; standard input where there is none, or only `-`. */
export async function sourcesOf(inputs: readonly string[], facts: TextFacts = {}): Promise<Source[]> {
  if (inputs.length > 0 && !(inputs.length === 1 && inputs[0] === "-")) return inputs.map(sourceOf);
  return [{ kind: "text", text: await standardInput(), ...facts }];
}
