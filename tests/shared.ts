import { existsSync } from "node:fs";

const root = new URL("../../shared/", import.meta.url);

/** The path of a file in the folder of real data beside the project, or undefined where it is absent. */
export function sharedFile(path: string): string | undefined {
  const url = new URL(path, root);
  return existsSync(url) ? decodeURIComponent(url.pathname) : undefined;
}

/** For `it(name, skipWithout(file), …)`: skips with a line that says what is missing. */
export function skipWithout(
  file: string | undefined,
  what = "../shared",
): { skip: string | false } {
  return { skip: file === undefined ? `${what} is not on this machine` : false };
}
