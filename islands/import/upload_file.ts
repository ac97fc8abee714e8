import type { TableFile } from "@/pipeline/cells/table_file.ts";
import { unexpectedAnswer } from "../api.ts";
import type { UploadOptions } from "../upload.ts";
import { FileUpload } from "./file_upload.ts";

/**
 * Sends a table file and returns what a cell reads it by. One that was sent before goes on where it stopped.
 *
 * @throws {HealerError} what keeps the server from taking the file
 * @throws {DOMException} `AbortError` once the signal was followed
 */
export async function uploadFile(
  file: File,
  { onProgress, signal }: UploadOptions,
): Promise<TableFile> {
  const upload = new FileUpload(file, (state) => {
    if (state.kind === "checking") onProgress(1);
    else if ("sent" in state) onProgress(state.sent / Math.max(1, file.size));
  });
  const breakOff = (): void => upload.breakOff();
  signal?.addEventListener("abort", breakOff, { once: true });
  try {
    const { file: sent } = await upload.send();
    if (sent === null) throw unexpectedAnswer();
    return sent;
  } finally {
    signal?.removeEventListener("abort", breakOff);
  }
}
