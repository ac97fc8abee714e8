/** Flushes the names of a folder's files to the disk: without it a renamed file may lose its name in a power cut. */
export async function syncFolder(path: string): Promise<void> {
  using folder = await Deno.open(path, { read: true });
  await folder.sync();
}
