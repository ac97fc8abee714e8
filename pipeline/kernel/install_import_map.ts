import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { z } from "zod";

/** The folder the program is installed in. */
export const installFolder = fileURLToPath(new URL("../../", import.meta.url));

const configSchema = z.object({ imports: z.record(z.string(), z.string()) });
const packageSchema = z.object({
  exports: z.unknown().optional(),
  main: z.string().exactOptional(),
});

/** Conditions of a package's `exports` that hold here, as in Node. */
const conditions = new Set(["import", "node", "default"]);

/**
 * An import map for a process that may use no registry and no configuration: the project's imports, each
 * package as a file in `node_modules`. Packages that are not installed are left out.
 *
 * @param root The folder of `deno.json` and `node_modules`.
 */
export async function installImportMap(
  root: string = installFolder,
): Promise<{ imports: Record<string, string> }> {
  const config: unknown = JSON.parse(await Deno.readTextFile(join(root, "deno.json")));
  const imports: Record<string, string> = {};
  for (const [name, target] of Object.entries(configSchema.parse(config).imports)) {
    if (!target.startsWith("npm:")) imports[name] = new URL(target, folderUrl(root)).href;
    else {
      const file = await packageFile(root, target);
      if (file !== undefined) imports[name] = pathToFileURL(file).href;
    }
  }
  return { imports };
}

/** The file that `npm:name@version` or `npm:name@version/path` stands for. */
async function packageFile(root: string, specifier: string): Promise<string | undefined> {
  const [, name, path] = /^npm:\/?((?:@[^/]+\/)?[^@/]+)(?:@[^/]*)?(?:\/(.*))?$/.exec(specifier) ??
    [];
  if (name === undefined) return undefined;
  const folder = join(root, "node_modules", name);
  if (!existsSync(join(folder, "package.json"))) return undefined;
  const text = await Deno.readTextFile(join(folder, "package.json"));
  const { exports, main = "index.js" } = packageSchema.parse(JSON.parse(text));
  const entry = path === undefined
    ? exportedEntry(exports, ".") ?? main
    : exportedEntry(exports, `./${path}`) ?? path;
  return [entry, `${entry}.js`, join(entry, "index.js")]
    .map((candidate) => join(folder, candidate))
    .find((candidate) => statSync(candidate, { throwIfNoEntry: false })?.isFile());
}

/** What a package's `exports` give under `name`: `.` is the package itself. */
function exportedEntry(exports: unknown, name: string): string | undefined {
  if (typeof exports === "string") return name === "." ? exports : undefined;
  if (typeof exports !== "object" || exports === null) return undefined;
  const named = Object.entries(exports).find(([each]) => each === name)?.[1];
  if (named !== undefined) return exportedEntry(named, ".");
  for (const [condition, target] of Object.entries(exports)) {
    const entry = conditions.has(condition) ? exportedEntry(target, name) : undefined;
    if (entry !== undefined) return entry;
  }
  return undefined;
}

function folderUrl(folder: string): URL {
  return pathToFileURL(folder.endsWith("/") ? folder : `${folder}/`);
}
