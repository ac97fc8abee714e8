import { join } from "node:path";

/** Waits until the workspace has scratch folders of so many kernels. */
export async function openKernelFolders(workspace: string, count: number): Promise<void> {
  for (;;) {
    const entries = await Array.fromAsync(Deno.readDir(join(workspace, "scratch")));
    if (entries.filter(({ isDirectory }) => isDirectory).length === count) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
