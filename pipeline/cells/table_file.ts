import { z } from "zod";
import { HealerError, type Place } from "../problem.ts";
import { fileReferenceSchema } from "./value.ts";

/** A table file that a param names: its content, and what the user calls it. */
export const tableFileSchema = z.strictObject({
  name: z.string().min(1),
  content: fileReferenceSchema,
});

/** See {@linkcode tableFileSchema}. */
export type TableFile = z.infer<typeof tableFileSchema>;

/** What the user calls the files at these paths. */
export type FileNames = ReadonlyMap<string, string>;

/** Runs `work`; its problems speak of files by their names, since where a file lies is nobody's business. */
export async function underNames<Result>(
  names: FileNames,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    if (!(cause instanceof HealerError)) throw cause;
    throw new HealerError(renamed(cause.problem, names), { cause });
  }
}

/** A problem or notice that speaks of its file by the file's name. */
export function renamed<Item extends { readonly place?: Place }>(
  item: Item,
  names: FileNames,
): Item {
  const file = names.get(item.place?.file ?? "");
  return file === undefined ? item : { ...item, place: { ...item.place, file } };
}
