import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { HealerError } from "../pipeline/problem.ts";
import { storeProblem } from "./problems.ts";

const codeFolder = fileURLToPath(new URL("../", import.meta.url));

/** Where the path of the workspace can come from. */
export interface PathSources {
  /** What the user named with `--workspace`. */
  readonly option?: string | undefined;
  /** Reads an environment variable. */
  readonly environment?: (name: string) => string | undefined;
}

/**
 * The absolute path of the workspace: what the user named, else `HEALER_WORKSPACE`, else the folder
 * `systemhealer` in the user's data folder (XDG Base Directory Specification 0.8).
 *
 * @throws {HealerError} `store/no-home`; `store/inside-code` where it lies in the program's own folder.
 */
export function workspacePath(
  { option, environment = (name) => Deno.env.get(name) }: PathSources = {},
): string {
  const path = resolve(option || environment("HEALER_WORKSPACE") || defaultPath(environment));
  const inside = relative(realPath(codeFolder), realPath(path));
  const isOutside = inside === ".." || inside.startsWith(`..${sep}`) || isAbsolute(inside);
  if (!isOutside) throw new HealerError(storeProblem.insideCode(path));
  return path;
}

function defaultPath(environment: (name: string) => string | undefined): string {
  const data = environment("XDG_DATA_HOME");
  // A relative path there is to be ignored, says the specification.
  if (data !== undefined && isAbsolute(data)) return join(data, "systemhealer");
  const home = environment("HOME") ?? environment("USERPROFILE");
  if (!home) throw new HealerError(storeProblem.noHome());
  return join(home, ".local", "share", "systemhealer");
}

/** The path with its links resolved, as far as it exists. */
function realPath(path: string): string {
  try {
    return Deno.realPathSync(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(realPath(parent), basename(path));
  }
}
