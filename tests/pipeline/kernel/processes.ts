/**
 * The ids of all processes whose command line contains `text`, by a shell: Deno itself reads /proc with all
 * permissions only. Of zombies nothing is left to find.
 */
export async function processesWith(text: string): Promise<number[]> {
  const shell = new Deno.Command("sh", {
    // The text comes by the standard input, so that this look does not find itself.
    args: ["-c", "grep -laF -f - /proc/[0-9]*/cmdline 2>/dev/null"],
    stdin: "piped",
    stdout: "piped",
  }).spawn();
  const input = shell.stdin.getWriter();
  await input.write(new TextEncoder().encode(text));
  await input.close();
  const { stdout } = await shell.output();
  const paths = new TextDecoder().decode(stdout).matchAll(/^\/proc\/(\d+)\/cmdline$/gm);
  return Array.from(paths, ([, pid]) => Number(pid));
}

/** Waits until `condition` holds. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!await condition()) await new Promise((resolve) => setTimeout(resolve, 10));
}
