import type { FaultCatalogue } from "@/pipeline/model/fault_catalogue.ts";
import { withCatalogue } from "@/pipeline/model/model_catalogue.ts";
import type { MadeFile, StoredFile } from "./stored_file.ts";

/** The file of a model as it is downloaded: with what people call its faults, where they have named any. */
export async function namedFile(
  file: StoredFile,
  catalogue: FaultCatalogue,
): Promise<StoredFile | MadeFile> {
  if (catalogue.length === 0) return file;
  const { name, media, path } = file;
  return { name, media, content: withCatalogue(await Deno.readFile(path), catalogue) };
}
