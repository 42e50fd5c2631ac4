import { createAnalyser, loadModel, simdKernelsAsync } from "../../src/language/index.ts";
import { analysisToJson } from "../../src/schema/index.ts";

/** What the page is asked to do. */
export interface Errand {
  /** The model's bytes in base64. */
  readonly model: string;
  readonly text: string;
}

/** Reads a text in a page; bundled and run in a real browser by browser.test.ts. */
export async function readInPage({ model, text }: Errand): Promise<{ kernels: string; json: string }> {
  const bytes = Uint8Array.from(atob(model), (unit) => unit.charCodeAt(0));
  const analyser = createAnalyser(loadModel(bytes), { kernels: await simdKernelsAsync() });
  return { kernels: analyser.kernels, json: JSON.stringify(analysisToJson(analyser.analyse(text))) };
}
