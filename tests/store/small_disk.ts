import { programArgs } from "./program.ts";

/** A user namespace of its own lets anybody mount where the system allows that. */
const unshare = [...(Deno.uid() === 0 ? [] : ["--user", "--map-root-user"]), "--mount"];

const mount = 'mount -t tmpfs -o "size=$0" none "$1" && shift && exec "$@"';

/** Why no small disk can be made on this machine; false where one can. */
export function noSmallDisk(): string | false {
  const folder = Deno.makeTempDirSync();
  try {
    const { success } = new Deno.Command("unshare", {
      args: [...unshare, "sh", "-c", mount, "1m", folder, "true"],
      stdout: "null",
      stderr: "null",
    }).outputSync();
    return success ? false : "this user may not mount a small disk";
  } catch {
    return "there is no unshare to mount a small disk with";
  } finally {
    Deno.removeSync(folder);
  }
}

/**
 * Runs a program of this folder; its argument is a folder that is an empty disk of `size`. Returns what it
 * printed, as JSON.
 */
export async function onSmallDisk(size: string, program: string): Promise<unknown> {
  const folder = await Deno.makeTempDir();
  try {
    const command = [Deno.execPath(), ...programArgs(program, folder)];
    const { stdout, success } = await new Deno.Command("unshare", {
      args: [...unshare, "sh", "-c", mount, size, folder, ...command],
      stderr: "inherit",
    }).output();
    if (!success) throw new Error(`${program} failed.`);
    return JSON.parse(new TextDecoder().decode(stdout));
  } finally {
    await Deno.remove(folder);
  }
}
