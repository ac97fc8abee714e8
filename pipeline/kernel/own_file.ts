import { lstatSync } from "node:fs";
import { dirname } from "node:path";
import { HealerError } from "../problem.ts";
import { kernelProblem } from "./kernel_problems.ts";

/**
 * `path` as a kernel names it, once it is known to be a file right in the folder that is the cell's own.
 *
 * @throws {HealerError} `kernel/bad-file`
 */
export function ownFile(path: string, folder: string): string {
  const isOwn = dirname(path) === folder && lstatSync(path, { throwIfNoEntry: false })?.isFile();
  if (isOwn !== true) throw new HealerError(kernelProblem.badFile());
  return path;
}
