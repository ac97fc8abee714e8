/** How an upload is followed. */
export interface UploadOptions {
  /** Is told how much of it is on its way, from 0 to 1. */
  readonly onProgress: (fraction: number) => void;
  /** Breaks the upload off. */
  readonly signal?: AbortSignal;
}

/** What came back, or that nothing did. */
export type UploadAnswer = { readonly status: number; readonly text: string } | "unreachable";

/**
 * Sends a file, or a part of one, as the body of a request. An XMLHttpRequest, since `fetch` does not tell how far an upload is.
 *
 * @throws {DOMException} `AbortError` once the signal was followed
 */
export function upload(
  method: "POST" | "PATCH",
  address: string,
  part: Blob,
  { onProgress, signal }: UploadOptions,
): Promise<UploadAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<UploadAnswer>();
  const request = new XMLHttpRequest();
  const abort = () => request.abort();
  request.upload.addEventListener("progress", ({ loaded, total }) => {
    if (total > 0) onProgress(loaded / total);
  });
  request.addEventListener("load", () => {
    resolve({ status: request.status, text: request.responseText });
  });
  request.addEventListener("error", () => resolve("unreachable"));
  request.addEventListener("abort", () => {
    reject(new DOMException("The upload was broken off.", "AbortError"));
  });
  request.addEventListener("loadend", () => signal?.removeEventListener("abort", abort));
  request.open(method, address);
  request.setRequestHeader("content-type", part.type || "application/octet-stream");
  signal?.addEventListener("abort", abort, { once: true });
  request.send(part);
  return promise;
}
