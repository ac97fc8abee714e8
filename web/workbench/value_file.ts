import { z } from "zod";
import { type FileReference, fileReferenceSchema, type Value } from "@/pipeline/cells/value.ts";
import { HealerError } from "@/pipeline/problem.ts";
import type { Blobs } from "@/store/blobs.ts";
import { workbenchProblem } from "./problems.ts";
import type { StoredFile } from "./stored_file.ts";

/** The values that are files to take away. */
const filedValueSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("model"), file: fileReferenceSchema }),
  z.object({ type: z.literal("diagnosis"), result: fileReferenceSchema }),
]);

/** The file of a value with its ending: a model's ONNX or the CSV of a diagnosis; undefined where it has none. */
export function fileOfValue(
  given: Value,
): { readonly file: FileReference; readonly ending: string } | undefined {
  const value = filedValueSchema.safeParse(given).data;
  if (value === undefined) return undefined;
  return value.type === "model"
    ? { file: value.file, ending: ".onnx" }
    : { file: value.result, ending: ".csv" };
}

/**
 * The file of a value that a cell gave.
 *
 * @param port Which value; by default the first that has a file.
 * @param name What the file is to be called, without an ending.
 * @throws {HealerError} `workbench/file-not-found`
 */
export function valueFile(
  values: Readonly<Record<string, Value>>,
  { cell, port, name }: { cell: string; port: string | undefined; name: string },
  blobs: Blobs,
): StoredFile & { readonly sha256: string } {
  for (const [key, value] of Object.entries(values)) {
    const found = port === undefined || port === key ? fileOfValue(value) : undefined;
    if (found === undefined) continue;
    const { file: { media, sha256 }, ending } = found;
    return { name: `${name}-${cell}${ending}`, media, path: blobs.path(sha256), sha256 };
  }
  throw new HealerError(workbenchProblem.noSuchFile(cell));
}
