/**
 * Compiles the AssemblyScript kernels and writes them, as base64 in a module, to where they are imported from.
 * The same sources give the same bytes.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import asc from "assemblyscript/asc";

const ROOT = new URL("../../", import.meta.url);

export const KERNELS = [
  { source: "inference.ts", target: "src/language/kernels/generated/inference.ts", name: "INFERENCE_WASM" },
  { source: "training.ts", target: "training/kernels/generated/training.ts", name: "TRAINING_WASM" },
] as const;

const FLAGS = ["-O3", "--enable", "simd", "--runtime", "stub", "--importMemory", "--noAssert", "--use", "abort="];

async function compile(source: string): Promise<Uint8Array> {
  let binary: Uint8Array | undefined;
  const result = await asc.main([source, "--baseDir", "src/language/assembly", "--outFile", "out.wasm", ...FLAGS], {
    writeFile: (name: string, contents: string | Uint8Array) => {
      if (name.endsWith(".wasm") && typeof contents !== "string") binary = contents;
    },
  });
  if (result.error || !binary) throw new Error(`${source} does not compile: ${result.stderr.toString()}`);
  return binary;
}

/** The module's text for one kernel source. */
export async function kernelModule(kernel: (typeof KERNELS)[number]): Promise<string> {
  const binary = await compile(kernel.source);
  const base64 = Buffer.from(binary).toString("base64");
  return `// Made by \`npm run build:kernels\` from src/language/assembly/${kernel.source}.\nexport const ${kernel.name} =\n  "${base64}";\n`;
}

if (import.meta.main) {
  for (const kernel of KERNELS) {
    const target = new URL(kernel.target, ROOT);
    await mkdir(dirname(target.pathname), { recursive: true });
    await writeFile(target, await kernelModule(kernel));
  }
}
