/** The ids of this process's children, zombies apart. */
export async function childProcesses(parent: number = Deno.pid): Promise<number[]> {
  const all = await processes();
  return all.flatMap((process) => process.parent === parent ? [process.pid] : []);
}

/** Whether a process is there and no zombie. */
export async function isAlive(pid: number): Promise<boolean> {
  return (await processes()).some((process) => process.pid === pid);
}

/** Waits until `condition` holds. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!await condition()) await new Promise((resolve) => setTimeout(resolve, 10));
}

/** All processes but zombies and those of this look itself, by a shell: Deno reads /proc with all permissions only. */
async function processes(): Promise<{ pid: number; parent: number }[]> {
  const shell = new Deno.Command("sh", {
    args: ["-c", "cat /proc/[0-9]*/stat 2>/dev/null"],
    stdout: "piped",
  }).spawn();
  const { stdout } = await shell.output();
  return new TextDecoder().decode(stdout).split("\n").flatMap((line) => {
    // proc(5): pid (command) state ppid …, and the command may hold anything.
    const [, pid, state, parent] = /^(\d+) \(.*\) (\w) (\d+) /s.exec(line) ?? [];
    const isOther = state !== undefined && state !== "Z" && Number(pid) !== shell.pid;
    return isOther ? [{ pid: Number(pid), parent: Number(parent) }] : [];
  });
}
