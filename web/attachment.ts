import type { MadeFile, StoredFile } from "./workbench/stored_file.ts";

/** So many characters of a name stay: file systems take 255 bytes. */
const longestName = 60;

/**
 * The `Content-Disposition` of a file to be saved as `name` (RFC 6266): a plain name for old clients and the
 * real one in UTF-8 (RFC 8187). What could lead out of a folder, break the header or hide the ending is gone.
 */
export function attachment(name: string): string {
  const safe = safeName(name);
  const plain = safe.replace(/[^\x20-\x7e]/gu, "_").replace(/["\\%]/g, "_");
  const encoded = encodeURIComponent(safe).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** Answers with content to be saved as a file. */
export function download(
  content: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>,
  { name, media, bytes }: { name: string; media: string; bytes?: number },
): Response {
  const headers = new Headers({ "content-type": media, "content-disposition": attachment(name) });
  headers.set("x-content-type-options", "nosniff");
  if (bytes !== undefined) headers.set("content-length", String(bytes));
  return new Response(content, { headers });
}

/** Answers with a file of the workspace, to HEAD without opening it, or with one that was made. */
export async function downloadFile(
  request: Request,
  file: StoredFile | MadeFile,
): Promise<Response> {
  if ("content" in file) return download(file.content, { ...file, bytes: file.content.length });
  const { size } = await Deno.stat(file.path);
  const content = request.method === "HEAD" ? "" : (await Deno.open(file.path)).readable;
  return download(content, { ...file, bytes: size });
}

/** Answers with content that is made while it is sent. */
export function downloadPieces(
  request: Request,
  pieces: AsyncIterable<string>,
  file: { name: string; media: string },
): Response {
  if (request.method === "HEAD") return download("", file);
  return download(ReadableStream.from(pieces).pipeThrough(new TextEncoderStream()), file);
}

function safeName(name: string): string {
  const ending = /\.[a-z0-9]{1,8}$/i.exec(name)?.[0] ?? "";
  const stem = name.slice(0, name.length - ending.length).toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "")
    .replace(/[/\\:*?"<>|]/g, "_")
    .replace(/^[.\s]+|[.\s]+$/g, "");
  return ([...stem].slice(0, longestName).join("") || "download") + ending;
}
