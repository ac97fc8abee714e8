import * as z from "zod/mini";
import { textSchema } from "@/pipeline/kernel/problem_schema.ts";

const language = z.exactOptional(z.enum(["en", "zh"]));

/** The query of `GET /api/notebooks/[id]/export`. */
export const exportQuerySchema = z.object({
  /** The name of a format. */
  as: z.string(),
  /** Of the texts in the file; by default the language of the page. */
  language,
  /** The cell that it is about, where the format is about one. */
  cell: z.exactOptional(z.string()),
});

/** The query of `GET /api/notebooks/[id]/archive`. */
export const archiveQuerySchema = z.object({ language });

/** `GET /api/formats`: what `as` may be in `GET /api/notebooks/[id]/export`, in the order of menus. */
export const formatsSchema = z.object({
  formats: z.array(z.object({
    name: z.string(),
    title: textSchema,
    /** Of the file's name, with its dot. */
    ending: z.string(),
    media: z.string(),
  })),
});

export type FormatAnswer = z.infer<typeof formatsSchema>["formats"][number];

/** The query of `GET /api/models/[id]/file`. */
export const modelFileQuerySchema = z.object({ as: z._default(z.enum(["onnx", "card"]), "onnx") });
