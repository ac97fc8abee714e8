import type { ProducedFile } from "@/pipeline/kernel/executor.ts";
import { kernelProblem } from "@/pipeline/kernel/kernel_problems.ts";
import { HealerError } from "@/pipeline/problem.ts";
import type { Workspace } from "@/store/workspace.ts";

/**
 * Makes files that a kernel has written blobs of the workspace.
 *
 * @throws {HealerError} `kernel/bad-file` where the content is not what the kernel said, `store/…`
 */
export async function takeFiles(
  { blobs }: Workspace,
  files: readonly ProducedFile[],
): Promise<void> {
  for (const { path, sha256 } of files) {
    const taken = await blobs.put({ move: path });
    if (taken.sha256 !== sha256) throw new HealerError(kernelProblem.badFile());
  }
}

/**
 * Makes a blob readable at `target`, in the same file system.
 *
 * @throws {HealerError} `store/missing-blob`
 */
export async function placeBlob(
  { blobs }: Workspace,
  sha256: string,
  target: string,
): Promise<void> {
  const path = blobs.path(sha256);
  try {
    await Deno.link(path, target);
  } catch {
    // Some file systems have no links; what keeps a copy from being made is told.
    await Deno.copyFile(path, target);
  }
}
