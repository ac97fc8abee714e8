import { readFileSync } from "node:fs";
import { relative, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { z } from "zod";

/** From the top down: code imports from its own layer and the layers below. Files right in the root are on top. */
const layers: readonly (readonly string[])[] = [
  ["routes", "islands", "components", "web", "cli"],
  ["store"],
  ["pipeline/kernel"],
  ["pipeline/cells", "pipeline/code"],
  ["pipeline/tuning"],
  [
    "pipeline/steps",
    "pipeline/learners",
    "pipeline/evaluation",
    "pipeline/diagnosis",
    "pipeline/healing",
    "pipeline/model",
    "pipeline/projection",
    "pipeline/simulator",
  ],
  ["pipeline/table", "pipeline/onnx", "pipeline/sql"],
  ["pipeline"],
];

/** These may import everything; nothing else imports them. */
const aboveAll = ["tests", "bench", "docs"];

const skippedFolders = ["node_modules", "dist", "coverage"];
const longestFile = 400;

const configSchema = z.object({ imports: z.record(z.string(), z.string()) });

const spanSchema = z.object({ span: z.object({ start: z.object({ line: z.int() }) }) });
const graphSchema = z.object({
  modules: z.array(z.object({
    local: z.string().optional(),
    error: z.string().optional(),
    dependencies: z.array(z.object({
      specifier: z.string(),
      code: spanSchema.optional(),
      type: spanSchema.optional(),
    })).default([]),
  })),
});

/** One import, static, dynamic or of types only, as it is written; lines count from 1. */
interface Import {
  readonly specifier: string;
  readonly line: number;
}

/**
 * What breaks the rules of the source tree under `root`, one line each as `path:line what`: imports that
 * point up, out of the project or past the import map, packages that are not pinned, files too long or
 * outside every layer. The imports are read by the parser of `deno info`.
 */
export function sourceViolations(root: string): string[] {
  const { imports } = configSchema.parse(JSON.parse(readFileSync(`${root}/deno.json`, "utf8")));
  const violations = unpinned(imports);
  const paths = sourcesUnder(root);
  const importsOf = readImports(root, paths);
  for (const path of paths) {
    const lines = readFileSync(`${root}/${path}`, "utf8").trimEnd().split("\n").length;
    if (lines > longestFile) {
      violations.push(`${path}:${lines} is longer than ${longestFile} lines`);
    }
    if (layerOf(path) === undefined) violations.push(`${path}:1 is in no layer`);
    const found = importsOf.get(path);
    if (!Array.isArray(found)) violations.push(`${path}:1 cannot be parsed: ${found}`);
    else {
      for (const { specifier, line } of found) {
        const wrong = importViolation(root, path, specifier, imports);
        if (wrong) violations.push(`${path}:${line} ${wrong}`);
      }
    }
  }
  return violations;
}

/** The paths of all .ts and .tsx files under `root`, sorted, with "/" between folders. */
function sourcesUnder(root: string, folder = ""): string[] {
  return [...Deno.readDirSync(`${root}/${folder}`)].flatMap((entry) => {
    const path = folder + entry.name;
    if (entry.isFile) return /\.tsx?$/.test(path) ? [path] : [];
    const skipped = entry.name.startsWith(".") || skippedFolders.includes(entry.name);
    return entry.isDirectory && !skipped ? sourcesUnder(root, `${path}/`) : [];
  }).sort();
}

/** The imports of each path, or the error that keeps it from being parsed. */
function readImports(
  root: string,
  paths: readonly string[],
): Map<string, readonly Import[] | string> {
  const folder = Deno.makeTempDirSync();
  try {
    const entry = `${folder}/all.ts`;
    const urls = paths.map((path) => pathToFileURL(`${root}/${path}`).href);
    Deno.writeTextFileSync(entry, urls.map((url) => `import ${JSON.stringify(url)};\n`).join(""));
    const { success, stdout, stderr } = new Deno.Command(Deno.execPath(), {
      args: ["info", "--json", "--no-config", "--no-lock", "--no-remote", "--no-npm", entry],
    }).outputSync();
    if (!success) throw new Error(new TextDecoder().decode(stderr));
    const graph = graphSchema.parse(JSON.parse(new TextDecoder().decode(stdout)));
    return new Map(
      graph.modules.filter(({ local }) => local !== undefined).map((module) => [
        relative(root, module.local!).replaceAll(sep, "/"),
        module.error ?? module.dependencies.map(({ specifier, code, type }) => ({
          specifier,
          line: (code ?? type)!.span.start.line + 1,
        })),
      ]),
    );
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
}

/** The number of the layer of a source, -1 above all of them, or undefined outside. */
function layerOf(path: string): number | undefined {
  if (aboveAll.some((folder) => path.startsWith(`${folder}/`))) return -1;
  const folder = path.slice(0, Math.max(path.lastIndexOf("/"), 0));
  for (const [number, members] of layers.entries()) {
    for (const member of members) {
      // "pipeline" is the layer of the files right inside it, not of folders without a layer.
      const isIn = path === member || folder === member ||
        (member !== "pipeline" && path.startsWith(`${member}/`));
      if (isIn) return number;
    }
  }
  return folder === "" ? 0 : undefined;
}

function importViolation(
  root: string,
  path: string,
  specifier: string,
  imports: Readonly<Record<string, string>>,
): string | undefined {
  if (!/^(@\/|\.{0,2}\/|file:)/.test(specifier)) return packageViolation(specifier, imports);
  const url = specifier.startsWith("@/")
    ? pathToFileURL(`${root}/${specifier.slice(2)}`)
    : new URL(specifier, pathToFileURL(`${root}/${path}`));
  const target = relative(root, fileURLToPath(url)).replaceAll(sep, "/");
  if (target.startsWith("../")) return `imports "${specifier}" from outside the project`;
  const from = layerOf(path), to = layerOf(target);
  if (!/\.tsx?$/.test(target) || from === undefined || to === undefined) return undefined;
  return to < from ? `imports ${target} from a higher layer` : undefined;
}

function packageViolation(
  specifier: string,
  imports: Readonly<Record<string, string>>,
): string | undefined {
  if (specifier.startsWith("node:")) return undefined;
  if (/^[a-z]+:/.test(specifier)) return `imports "${specifier}" past the import map`;
  const name = specifier.split("/").slice(0, specifier.startsWith("@") ? 2 : 1).join("/");
  const isMapped = [specifier, name, `${name}/`].some((key) => Object.hasOwn(imports, key));
  return isMapped ? undefined : `imports "${specifier}", which the import map lacks`;
}

function unpinned(imports: Readonly<Record<string, string>>): string[] {
  const pinned = /^npm:\/?(@[\w.-]+\/)?[\w.-]+@\d+\.\d+\.\d+(-[\w.]+)?(\/.*)?$/;
  return Object.entries(imports)
    .filter(([name, target]) => name === "@/" ? target !== "./" : !pinned.test(target))
    .map(([name, target]) => `deno.json:1 "${name}" is "${target}", not an exact npm version`);
}
