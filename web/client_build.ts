import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { HealerError } from "@/pipeline/problem.ts";
import { serverProblems } from "./problems.ts";

const root = new URL("../", import.meta.url);

/** The folder of the client's build. */
export const clientFolder = new URL("dist/client/", root);

const stamp = new URL("sources.sha256", clientFolder);
const sourceFiles = ["client.ts", "vite.config.ts", "deno.lock"];
const sourceFolders = ["islands/", "components/", "web/", "pipeline/"];

/** Whether the build in `dist/` is of the sources as they are. */
export async function isClientBuilt(): Promise<boolean> {
  return await readOrEmpty(stamp) === hashOfSources();
}

/**
 * Builds the scripts of the islands into `dist/client/` with Vite, in a process of its own. Servers that start at
 * the same time build once: the others wait for the first.
 *
 * @throws {HealerError} `server/no-build`
 */
export async function buildClient(): Promise<void> {
  await Deno.mkdir(new URL("../", clientFolder), { recursive: true });
  using lock = await Deno.open(new URL("../build.lock", clientFolder), {
    create: true,
    write: true,
  });
  await lock.lock(true);
  if (!await isClientBuilt()) await runVite();
}

async function runVite(): Promise<void> {
  const sources = hashOfSources();
  const vite = fileURLToPath(new URL("node_modules/vite/bin/vite.js", root));
  const { success, stderr, stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--allow-all", "--no-prompt", vite, "build", "--logLevel", "warn"],
    cwd: root,
    env: { NO_COLOR: "1" },
    stdin: "null",
  }).output();
  if (!success) {
    const decoder = new TextDecoder();
    const lines = `${decoder.decode(stdout)}\n${decoder.decode(stderr)}`.split("\n");
    const detail = lines.find((line) => /error/i.test(line)) ??
      lines.findLast((line) => line.trim());
    throw new HealerError(serverProblems.noBuild(detail?.trim() ?? "Vite failed"));
  }
  await Deno.writeTextFile(stamp, sources); // last, so that a build cut short is made again
}

/** By content, not by time: a copy of the program has other times and the same sources. */
function hashOfSources(): string {
  const hash = createHash("sha256");
  const paths = [...sourceFiles, ...sourceFolders.flatMap((folder) => [...filesUnder(folder)])];
  for (const path of paths.sort()) {
    hash.update(path).update("\0").update(Deno.readFileSync(new URL(path, root)));
  }
  return hash.digest("hex");
}

function* filesUnder(folder: string): Generator<string> {
  for (const entry of Deno.readDirSync(new URL(folder, root))) {
    if (entry.isDirectory) yield* filesUnder(`${folder}${entry.name}/`);
    else if (/\.tsx?$/.test(entry.name)) yield folder + entry.name;
  }
}

async function readOrEmpty(file: URL): Promise<string> {
  try {
    return await Deno.readTextFile(file);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return "";
    throw error;
  }
}

if (import.meta.main) await buildClient();
