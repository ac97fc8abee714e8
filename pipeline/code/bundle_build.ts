import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const folder = new URL("./", import.meta.url);

/** Everything that runs in the sandbox in one file: there, not even the program may be read. */
export const bundleFile = new URL("bundle/sandbox.js", folder);

/**
 * The bundle of the sources as they are, with the licences of the packages in it; same sources, same text.
 *
 * @throws {Error} what Vite says
 */
export async function bundleSandbox(): Promise<string> {
  const result = await build({
    root: fileURLToPath(new URL("../../", folder)),
    configFile: false,
    logLevel: "silent",
    build: {
      write: false,
      minify: false,
      target: "esnext",
      lib: {
        entry: fileURLToPath(new URL("sandbox/sandbox_worker.ts", folder)),
        formats: ["es"],
        fileName: "sandbox",
      },
      rolldownOptions: { external: [/^node:/] },
    },
  });
  const [output] = Array.isArray(result) ? result : [];
  const [chunk, ...others] = output?.output ?? [];
  if (chunk?.type !== "chunk" || others.length > 0) throw new Error("The bundle is not one file.");
  return `${licences(chunk.moduleIds)}\n${chunk.code}`;
}

/** The licences of the packages that modules come from, as a comment. */
function licences(modules: readonly string[]): string {
  const packages = new Set(
    modules.flatMap((path) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path) ?? []),
  );
  const texts = [...packages].sort().map((path) => {
    const file = join(path, "LICENSE");
    if (!existsSync(file)) throw new Error(`${path} has no licence.`);
    const name = path.split("/node_modules/").at(-1);
    return `${name}\n\n${Deno.readTextFileSync(file).trim()}`;
  });
  return `/*!\nMade by \`deno task sandbox\` of the files beside it and these packages:\n\n${
    texts.join("\n\n")
  }\n*/`;
}

if (import.meta.main) {
  const text = await bundleSandbox();
  await Deno.writeTextFile(bundleFile, text);
  console.log(`sandbox.js ${text.length} characters`);
}
