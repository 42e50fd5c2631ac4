import { INFERENCE_WASM } from "./generated/inference.ts";
import type { KernelMaker, Kernels } from "./kernels.ts";

const PAGE = 65536;

function moduleBytes(): Uint8Array<ArrayBuffer> {
  const text = atob(INFERENCE_WASM);
  return Uint8Array.from(text, (unit) => unit.charCodeAt(0));
}

function makerOf(module: WebAssembly.Module): KernelMaker {
  return (bytes) => {
    const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
    const { exports } = new WebAssembly.Instance(module, { env: { memory } });
    const functions = exports as unknown as Omit<Kernels, "name" | "memory">;
    return { ...functions, name: "simd", memory: memory.buffer };
  };
}

/** Whether this machine runs WebAssembly with SIMD. */
export const hasSimd = (): boolean => typeof WebAssembly === "object" && WebAssembly.validate(moduleBytes());

/** Compiles the SIMD kernels at once: for Node and workers. */
export const simdKernels = (): KernelMaker => makerOf(new WebAssembly.Module(moduleBytes()));

/** Compiles the SIMD kernels without holding up a page. */
export const simdKernelsAsync = async (): Promise<KernelMaker> => makerOf(await WebAssembly.compile(moduleBytes()));
