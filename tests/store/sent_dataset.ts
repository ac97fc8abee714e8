import type { Dataset } from "@/store/datasets.ts";
import type { Upload } from "@/store/uploads.ts";
import type { Workspace } from "@/store/workspace.ts";

const guess = { value: "csv" as const, reason: { en: "", zh: "" }, guessed: true };

/** Sends a file in two pieces. */
export async function sendFile(
  { partialUploads, uploads }: Workspace,
  name: string,
  content: Uint8Array<ArrayBuffer>,
): Promise<Upload> {
  const { id } = partialUploads.start({ name, bytes: content.length, fingerprint: name });
  const half = content.length >> 1;
  await partialUploads.append(id, 0, ReadableStream.from([content.subarray(0, half)]));
  await partialUploads.append(id, half, ReadableStream.from([content.subarray(half)]));
  return uploads.get(id);
}

/** A dataset whose table is what was sent, word for word. */
export function datasetOf({ datasets }: Workspace, upload: Upload, rows: number): Dataset {
  const { name, sha256, bytes, media } = upload;
  return datasets.add({
    name,
    sha256,
    bytes,
    sourceSha256: sha256,
    sourceBytes: bytes,
    sourceMedia: media,
    params: {},
    rows,
    columns: [],
    reading: { format: guess },
    notices: [],
    quarantinedRows: 0,
    quarantinedCells: 0,
    quarantineSha256: null,
  });
}
