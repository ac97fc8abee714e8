import { typeScriptKernel } from "./boosting_fallback.ts";
import type { BoostingKernel } from "./boosting_kernel.ts";
import { wasmKernel } from "./wasm_kernel.ts";

/** The kernel of `wasm/boosting_kernel.ts` on a memory. */
export const webAssemblyKernel = wasmKernel<BoostingKernel>(
  "boosting_kernel",
  ["addRows", "findSplit", "partition", "clear"],
  typeScriptKernel,
);

/** The kernel on `memory`: in WebAssembly, or in TypeScript where the processor has no SIMD for it. */
export function boostingKernel(memory: WebAssembly.Memory): BoostingKernel {
  return webAssemblyKernel(memory).functions;
}
