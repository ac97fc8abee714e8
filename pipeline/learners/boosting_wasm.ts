import { typeScriptKernel } from "./boosting_fallback.ts";
import type { BoostingKernel } from "./boosting_kernel.ts";

let bytes: Uint8Array<ArrayBuffer> | undefined;

/** The kernel on `memory`: in WebAssembly, or in TypeScript where the processor has no SIMD for it. */
export function boostingKernel(memory: WebAssembly.Memory): BoostingKernel {
  bytes ??= Deno.readFileSync(new URL("./wasm/boosting_kernel.wasm", import.meta.url));
  return WebAssembly.validate(bytes)
    ? webAssemblyKernel(bytes, memory)
    : typeScriptKernel(memory.buffer);
}

function webAssemblyKernel(
  source: Uint8Array<ArrayBuffer>,
  memory: WebAssembly.Memory,
): BoostingKernel {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(source), { env: { memory } });
  const { addRows, findSplit, partition, clear } = exports;
  if (
    !isFunction(addRows) || !isFunction(findSplit) || !isFunction(partition) || !isFunction(clear)
  ) {
    throw new Error("boosting_kernel.wasm is not what its source says: run `deno task wasm`.");
  }
  return {
    addRows: (...places) => addRows(...places),
    findSplit: (...places) => findSplit(...places),
    partition: (...places) => Number(partition(...places)),
    clear: (...places) => clear(...places),
  };
}

function isFunction(value: unknown): value is (...places: number[]) => unknown {
  return typeof value === "function";
}
