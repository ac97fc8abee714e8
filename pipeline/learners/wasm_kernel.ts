import { z } from "zod";

/** A kernel of the folder `wasm` with the memory it works on. */
export interface WasmKernel<Functions> {
  readonly functions: Functions;
  /** Pointers are byte offsets into it. */
  readonly buffer: ArrayBufferLike;
}

/**
 * What makes kernels out of `wasm/<name>.wasm`, each on a memory that is given or on one of its own with so
 * many bytes, whose untouched pages take no room. The file is read when the first one is made.
 *
 * @param names The functions of the kernel that are used.
 * @param fallback The same in TypeScript, for processors that have no SIMD for the kernel.
 */
export function wasmKernel<Functions>(
  name: string,
  names: readonly (keyof Functions & string)[],
  fallback: (buffer: ArrayBufferLike) => Functions,
): (memory: WebAssembly.Memory | number) => WasmKernel<Functions> {
  let source: Uint8Array<ArrayBuffer> | undefined;
  let module: WebAssembly.Module | undefined;
  const functionsSchema = z.custom<Functions>((value) =>
    typeof value === "object" && value !== null &&
    names.every((name) => typeof Reflect.get(value, name) === "function")
  );
  return (given) => {
    source ??= Deno.readFileSync(new URL(`./wasm/${name}.wasm`, import.meta.url));
    const memory = typeof given === "number" ? sharedMemory(given) : given;
    const { buffer } = memory;
    if (!WebAssembly.validate(source)) return { functions: fallback(buffer), buffer };
    module ??= new WebAssembly.Module(source);
    const { exports } = new WebAssembly.Instance(module, { env: { memory } });
    return { functions: functionsSchema.parse(exports), buffer };
  };
}

/** A memory of at least so many bytes, which threads can share. */
export function sharedMemory(bytes: number): WebAssembly.Memory {
  const pages = Math.ceil(bytes / 65536);
  return new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
}

/** Places arrays one after the other in a memory. */
export class MemoryLayout {
  bytes = 0;

  /** The byte offset of `length` bytes, a multiple of 16. */
  take(length: number): number {
    const start = this.bytes;
    this.bytes += Math.ceil(length / 16) * 16;
    return start;
  }
}
