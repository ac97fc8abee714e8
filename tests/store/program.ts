import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The command line of a program of this folder, to be run as a process of its own. */
export function programArgs(name: string, ...args: string[]): string[] {
  const permissions = ["read", "write", "env", "sys", "ffi", "run"].map((kind) =>
    `--allow-${kind}`
  );
  return ["run", "--quiet", ...permissions, `${root}tests/store/${name}`, ...args];
}

/** Starts a program of this folder; what it writes to stdout can be read. */
export function startProgram(name: string, ...args: string[]): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: programArgs(name, ...args),
    cwd: root,
    stdin: "piped",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
}
