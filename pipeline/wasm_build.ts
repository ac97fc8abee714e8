import { main } from "assemblyscript/asc";

/** Where the sources of the WebAssembly kernels lie, each with its `.wasm` beside it. */
export const kernelFolder = new URL("./learners/wasm/", import.meta.url);

/** The names of the kernels, without extension, sorted. */
export function kernelNames(): string[] {
  return [...Deno.readDirSync(kernelFolder)]
    .flatMap(({ name }) => name.endsWith(".ts") ? [name.slice(0, -".ts".length)] : [])
    .sort();
}

/**
 * Compiles `<name>.ts` (AssemblyScript) with SIMD and a memory that is imported and may be shared between
 * threads; same source, same bytes.
 *
 * @throws {Error} with the compiler's messages
 */
export async function compileKernel(name: string): Promise<Uint8Array> {
  let binary: Uint8Array | undefined;
  const messages: string[] = [];
  const { error } = await main([
    `${name}.ts`,
    "--outFile=kernel.wasm",
    "-O3",
    "--noAssert",
    "--runtime=stub",
    "--importMemory",
    "--sharedMemory",
    "--initialMemory=1",
    "--maximumMemory=65536",
    "--enable=simd,threads",
    "--disable=mutable-globals",
  ], {
    readFile: (path) =>
      path === `${name}.ts` ? Deno.readTextFileSync(new URL(path, kernelFolder)) : null,
    writeFile: (_path, contents) => {
      if (typeof contents !== "string") binary = contents;
    },
    listFiles: () => [],
    stderr: { write: (text) => messages.push(String(text)) },
  });
  if (error !== null || binary === undefined) {
    throw new Error(`Cannot compile ${name}.ts: ${messages.join("")}${error?.message ?? ""}`);
  }
  return binary;
}

if (import.meta.main) {
  for (const name of kernelNames()) {
    const bytes = await compileKernel(name);
    await Deno.writeFile(new URL(`${name}.wasm`, kernelFolder), bytes);
    console.log(`${name}.wasm ${bytes.length} bytes`);
  }
}
