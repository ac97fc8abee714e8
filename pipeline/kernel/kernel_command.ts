import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { installFolder, installImportMap } from "./install_import_map.ts";
import type { KernelSetup } from "./kernel_messages.ts";

/** Where a kernel reads and writes. */
export interface KernelFolders {
  /** Files it was handed: read only. */
  readonly inputs: string;
  /** The one folder it writes. */
  readonly scratch: string;
}

/**
 * What loading Polars and onnxruntime asks of the system: the names of network interfaces and the host are part
 * of the report by which Polars tells which C library it runs on.
 */
const systemCalls = ["cpus", "hostname", "networkInterfaces"];

/** Where Deno keeps compiled sources; nothing else of the server's environment reaches a kernel. */
const passedVariables = ["DENO_DIR", "HOME", "XDG_CACHE_HOME"];

/** Makes the folders of a kernel in `folder`, and its import map, which it cannot change. */
export async function makeKernelFolders(folder: string): Promise<KernelFolders> {
  const folders = { inputs: join(folder, "inputs"), scratch: join(folder, "scratch") };
  await Deno.mkdir(folders.inputs, { recursive: true });
  await Deno.mkdir(temporaryFolder(folders), { recursive: true });
  await Deno.writeTextFile(join(folder, mapName), JSON.stringify(await installImportMap()));
  return folders;
}

/**
 * The command that starts a kernel with the least permissions: no net, no run, no environment; it reads the
 * engine, its packages and what it was handed, and writes its scratch folder.
 */
export function kernelCommand(
  folders: KernelFolders,
  setup: KernelSetup,
  nativeThreads: number,
): Deno.Command {
  const packages = join(installFolder, "node_modules");
  const readable = [
    join(installFolder, "pipeline"),
    packages,
    dirname(fileURLToPath(setup.registry)),
    folders.inputs,
    folders.scratch,
  ];
  return new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--quiet",
      "--no-prompt",
      "--no-remote",
      "--no-npm",
      "--no-config",
      "--no-lock",
      "--node-modules-dir=manual",
      `--import-map=${join(dirname(folders.scratch), mapName)}`,
      `--allow-read=${pathList(readable)}`,
      `--allow-write=${pathList([folders.scratch])}`,
      `--allow-ffi=${pathList([packages])}`,
      `--allow-sys=${systemCalls.join(",")}`,
      fileURLToPath(new URL("./kernel_main.ts", import.meta.url)),
      JSON.stringify(setup),
    ],
    cwd: folders.scratch,
    clearEnv: true,
    env: {
      ...passedEnvironment(),
      DENO_NO_UPDATE_CHECK: "1",
      NO_COLOR: "1",
      TMPDIR: temporaryFolder(folders),
      POLARS_MAX_THREADS: String(nativeThreads),
      RAYON_NUM_THREADS: String(nativeThreads),
      OMP_NUM_THREADS: String(nativeThreads),
    },
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  });
}

const mapName = "import_map.json";

function temporaryFolder({ scratch }: KernelFolders): string {
  return join(scratch, "tmp");
}

function passedEnvironment(): Record<string, string> {
  return Object.fromEntries(passedVariables.flatMap((name) => {
    const value = Deno.env.get(name);
    return value === undefined ? [] : [[name, value]];
  }));
}

/** Paths as a permission flag takes them: a comma within a path is doubled. */
function pathList(paths: readonly string[]): string {
  return paths.map((path) => path.replaceAll(",", ",,")).join(",");
}
