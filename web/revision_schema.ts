import * as z from "zod/mini";
import { notebookContentSchema } from "./api_schema.ts";

// What goes over the wire about the revisions of a notebook, for the server and for islands.

const time = z.iso.datetime();

const ofCell = { cell: z.string(), kind: z.string(), number: z.int() };

/** What it was and became; a value is left out where its default counted, and where it is long. */
const values = {
  before: z.optional(z.unknown()),
  after: z.optional(z.unknown()),
  /** Whether a value is too long for a list. */
  isLong: z.boolean(),
};

/** One thing that is different between two notebooks, as `pipeline/kernel/notebook_changes.ts` finds it. */
export const notebookChangeSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("title"), before: z.string(), after: z.string() }),
  z.object({ type: z.literal("exposed") }),
  z.object({ type: z.enum(["added", "removed"]), ...ofCell }),
  z.object({ type: z.literal("moved"), ...ofCell, from: z.int() }),
  z.object({ type: z.literal("param"), ...ofCell, path: z.array(z.string()), ...values }),
  z.object({ type: z.literal("input"), ...ofCell, port: z.string(), ...values }),
  z.object({ type: z.literal("field"), ...ofCell, field: z.string(), ...values }),
]);

const revision = {
  revision: z.int(),
  saved: time,
  /** What the user calls it; empty where it has no name. */
  name: z.string(),
  /** The revision whose content it took over; null where it did not. */
  restored: z.nullable(z.int()),
};

/** `GET /api/notebooks/[id]/revisions`, newest first. */
export const revisionsSchema = z.object({
  revisions: z.array(z.object({
    ...revision,
    /** What is different from the revision that stands before it, the first of the changes. */
    changes: z.array(notebookChangeSchema),
    /** How many changes there are besides. */
    more: z.int(),
  })),
  /** How many revisions there are. */
  total: z.int(),
});

/** `GET /api/notebooks/[id]/revisions/[revision]`. */
export const revisionViewSchema = z.object({ ...revision, notebook: notebookContentSchema });

/** The query of `GET /api/notebooks/[id]/revisions`: those before a revision, so many at most. */
export const revisionsQuerySchema = z.object({
  before: z.optional(z.coerce.number().check(z.int(), z.positive())),
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(200)), 50),
});

/** `PATCH /api/notebooks/[id]/revisions/[revision]`: one with a name is kept for good. */
export const nameRevisionSchema = z.strictObject({ name: z.string().check(z.maxLength(200)) });

/** `POST /api/notebooks/[id]/revisions/[revision]/restore`: 409 where `basedOn` is not the current revision. */
export const restoreRevisionSchema = z.strictObject({ basedOn: z.int() });

export type NotebookChangeAnswer = z.infer<typeof notebookChangeSchema>;
export type RevisionsAnswer = z.infer<typeof revisionsSchema>;
export type RevisionEntry = RevisionsAnswer["revisions"][number];
export type RevisionView = z.infer<typeof revisionViewSchema>;
