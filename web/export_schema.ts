import * as z from "zod/mini";

/** The query of `GET /api/notebooks/[id]/export`. */
export const exportQuerySchema = z.object({
  /** The name of a format. */
  as: z.string(),
  /** Of the texts in the file; by default the language of the page. */
  language: z.exactOptional(z.enum(["en", "zh"])),
  /** The cell that it is about, where the format is about one. */
  cell: z.exactOptional(z.string()),
});
