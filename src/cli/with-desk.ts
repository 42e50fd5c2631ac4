import type { Desk } from "../desk/index.ts";
import type { Output } from "./output.ts";
import { patientDesk } from "./waiting.ts";

/** The data folder of a command. */
export interface DataOptions {
  readonly data: string;
}

/** Does something with the desk of a data folder, and frees it whatever comes of it. */
export async function withDesk<T>(data: string, output: Output, work: (desk: Desk) => Promise<T>): Promise<T> {
  const desk = await patientDesk(data, output);
  try {
    return await work(desk);
  } finally {
    await desk.close();
  }
}
