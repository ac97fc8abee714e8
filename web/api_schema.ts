import * as z from "zod/mini";
import { fileReferenceSchema, portTypes, valueTypes } from "@/pipeline/cells/value.ts";
import { cellStateSchema } from "@/pipeline/kernel/cell_state.ts";
import { metricPointSchema, notebookEventSchema } from "@/pipeline/kernel/events.ts";
import { storedResultSchema } from "@/pipeline/kernel/persistence.ts";
import { problemSchema, textSchema } from "@/pipeline/kernel/problem_schema.ts";

// What goes over the wire, for the server and for islands: nothing here may need Deno or Node.

const id = z.string();
const time = z.iso.datetime();

/** The answer to everything that cannot be done. */
export const errorSchema = z.object({ error: problemSchema });

/** The answer where something new came to be: its id. */
export const createdSchema = z.object({ id });

/** A cell kind. `params` is the JSON Schema of what a notebook may say, with each field's `ParamMeta`. */
export const kindSchema = z.object({
  kind: z.string(),
  version: z.int(),
  group: z.enum(["data", "preprocess", "select", "train", "judge", "diagnose", "look", "write"]),
  title: textSchema,
  summary: textSchema,
  cost: z.enum(["cheap", "costly"]),
  /** Port → what it takes; "table" is any value that holds rows. */
  takes: z.record(z.string(), z.enum(portTypes)),
  /** Port → what it gives. */
  gives: z.record(z.string(), z.enum(valueTypes)),
  /** The ports of `takes` that stay empty unless the notebook names a cell for them. */
  optional: z.readonly(z.array(z.string())),
  /** "adds": a step, which a pipeline takes along; "replaces": gives a new raw table; null: neither. */
  recipe: z.nullable(z.enum(["adds", "replaces"])),
  params: z.record(z.string(), z.unknown()),
});

/** `GET /api/kinds`, in the order of the palette. */
export const kindsSchema = z.object({ kinds: z.array(kindSchema) });

/** How a run stands or ended; interrupted: the server ended while it ran. */
export const runStateSchema = z.enum([
  "running",
  "finished",
  "failed",
  "cancelled",
  "interrupted",
]);

export const runSummarySchema = z.object({
  id,
  state: runStateSchema,
  /** The cells that were asked for. */
  cells: z.array(z.string()),
  started: time,
  ended: z.nullable(time),
});

/** A notebook as lists show it. */
export const notebookOverviewSchema = z.object({
  id,
  title: z.string(),
  revision: z.int(),
  created: time,
  updated: time,
  /** How many cells it has. */
  cells: z.int(),
  /** How many of them are in each state. */
  states: z.partialRecord(
    z.enum(["fresh", "cached", "stale", "waiting", "running", "failed"]),
    z.int(),
  ),
  /** The name of the first table it reads; null where it reads none. */
  data: z.nullable(z.string()),
  /** What its last evaluation or training says; null where there is none. */
  macroF1: z.nullable(z.number()),
  lastRun: z.nullable(runSummarySchema),
});

/** A notebook that ships with the program. */
export const exampleSchema = z.object({ name: z.string(), title: z.string(), cells: z.int() });

/** `GET /api/notebooks`, last changed first. */
export const notebooksSchema = z.object({
  notebooks: z.array(notebookOverviewSchema),
  examples: z.array(exampleSchema),
});

/**
 * `POST /api/notebooks` → 201 `createdSchema`: an empty notebook, or a copy of one of `example` (a name of
 * `examples`), `copyOf` (an id), the import of a `dataset` (an id), `notebook` (JSON) and `text` (a file's content).
 */
export const newNotebookSchema = z.strictObject({
  title: z.exactOptional(z.string().check(z.maxLength(1000))),
  example: z.exactOptional(z.string()),
  copyOf: z.exactOptional(z.string()),
  dataset: z.exactOptional(z.string()),
  notebook: z.exactOptional(z.unknown()),
  text: z.exactOptional(z.string()),
  /** Whether it runs at once. */
  run: z._default(z.boolean(), false),
});

/** A notebook's content: what `pipeline/kernel/notebook.ts` reads and writes. */
export const notebookContentSchema = z.object({
  format: z.int(),
  title: z.string(),
  cells: z.array(z.object({
    id: z.string(),
    kind: z.string(),
    title: z.exactOptional(z.string()),
    params: z.record(z.string(), z.unknown()),
    inputs: z.exactOptional(z.record(z.string(), z.string())),
  })),
  exposed: z.exactOptional(z.array(z.object({ cell: z.string(), param: z.string() }))),
});

/** `GET /api/notebooks/[id]/cells/[cell]`. */
export const cellViewSchema = z.object({
  id: z.string(),
  state: cellStateSchema,
  /** The last result, of whatever key: `state` tells whether it is of what the cell is now. */
  result: z.exactOptional(storedResultSchema),
  /** How far it is, while it runs. */
  progress: z.exactOptional(z.object({
    fraction: z.number(),
    message: z.exactOptional(textSchema),
    /** The seconds left, once they can be known. */
    remaining: z.exactOptional(z.number()),
  })),
  /** Live curves, while it runs; thinned where they have very many points. */
  metrics: z.array(metricPointSchema),
  /** How many points there were. */
  metricCount: z.int(),
  /** The stored model of a cell whose result has one: `/api/models/[id]`. */
  model: z.exactOptional(id),
});

/** `GET /api/notebooks/[id]`. */
export const notebookViewSchema = z.object({
  id,
  revision: z.int(),
  updated: time,
  notebook: notebookContentSchema,
  /** What is wrong with cells, each with its `place.cell` and, for a param, `place.param`. */
  problems: z.array(problemSchema),
  /** The run under way. */
  run: z.nullable(id),
  lastRun: z.nullable(runSummarySchema),
  cells: z.array(cellViewSchema),
  /** The cells with code of strangers, where nothing runs by itself until somebody runs the notebook. */
  held: z.exactOptional(z.array(z.string())),
});

/** `PUT /api/notebooks/[id]`: 409 where `basedOn` is not the current revision. */
export const saveNotebookSchema = z.strictObject({ basedOn: z.int(), notebook: z.unknown() });

export const savedNotebookSchema = z.object({
  revision: z.int(),
  updated: time,
  problems: z.array(problemSchema),
});

/**
 * `POST /api/notebooks/[id]/run` → 202: the stale cells, all of them anew, those that an interrupted, cancelled
 * or failed run did not finish, or the named ones.
 */
export const runRequestSchema = z.strictObject({
  cells: z.union([
    z.enum(["stale", "all", "unfinished"]),
    z.array(z.string()).check(z.minLength(1), z.maxLength(1000)),
  ]),
});

/** `run` is null where there was nothing to run. */
export const runAnswerSchema = z.object({ run: z.nullable(id) });

/** `POST /api/notebooks/[id]/cancel` → 202 once they have stopped: the named cells, or all that run. */
export const cancelRequestSchema = z.strictObject({
  cells: z.exactOptional(z.array(z.string()).check(z.maxLength(1000))),
});

const columnTypeSchema = z.enum(["number", "text", "boolean", "time"]);

/** The query of every upload: what the user calls the file, a label and nothing else. */
export const uploadQuerySchema = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(1000)),
});

const columnSchema = z.object({
  name: z.string(),
  type: columnTypeSchema,
  role: z.enum(["feature", "label", "id", "group", "time", "ignored"]),
});

/** An imported table. */
export const datasetSchema = z.object({
  id,
  name: z.string(),
  bytes: z.int(),
  created: time,
  /** The file that it was made of: what the param `file` of a cell takes. */
  file: z.object({ name: z.string(), content: fileReferenceSchema }),
  rows: z.int(),
  columns: z.array(columnSchema),
  /** Rows set aside and cells made missing because they could not be read. */
  quarantinedRows: z.int(),
  quarantinedCells: z.int(),
});

/** `GET /api/datasets`, newest first. `POST /api/datasets?name=…` with the file as its body → 201 one of them. */
export const datasetsSchema = z.object({ datasets: z.array(datasetSchema) });

/** `POST /api/train` → 201 `createdSchema`: the notebook, which runs already. */
export const trainRequestSchema = z.strictObject({ dataset: id });

export const modelSchema = z.object({
  id,
  name: z.string(),
  version: z.int(),
  sha256: z.string(),
  bytes: z.int(),
  created: time,
  /** The notebook it was trained in. */
  notebook: z.nullable(id),
  learner: textSchema,
  /** How many rows it learnt from. */
  rows: z.int(),
  /** How many features it reads. */
  features: z.int(),
  classes: z.array(z.string()),
  /** How many rows of each class it learnt from, in the order of `classes`. */
  classRows: z.array(z.int()),
  /** By cross-validation, with its 95 % interval. */
  macroF1: z.nullable(z.number()),
  macroF1Interval: z.nullable(z.tuple([z.number(), z.number()])),
});

/** `GET /api/models`, newest first. */
export const modelsSchema = z.object({ models: z.array(modelSchema) });

const noticeSchema = z.object({
  code: z.string(),
  message: textSchema,
  place: z.exactOptional(problemSchema.shape.place),
});

/** `POST /api/models?name=…` with an ONNX file as its body → 201, or 200 where that model is there already. */
export const broughtModelSchema = z.object({ model: modelSchema, notices: z.array(noticeSchema) });

/** `GET /api/notebooks/[id]/cells/[cell]/file?port=…`: the file of a value, an ONNX model or a CSV of diagnoses. */
export const valueFileQuerySchema = z.object({
  port: z.exactOptional(z.string()),
  /** Of a model: the card alone. */
  as: z._default(z.enum(["file", "card"]), "file"),
});

/**
 * The messages of `GET /api/events`, by the name of the event. After `hello`, which comes first whenever the
 * stream opens, a client that has missed states asks for its notebook again; what a run's log keeps is sent
 * again behind `Last-Event-ID`.
 */
export const streamSchemas = {
  hello: z.object({
    /** Another one after the server was started anew. */
    server: z.string(),
    /** Whether too much has happened since `Last-Event-ID` to be told again. */
    missed: z.boolean(),
  }),
  notebook: z.object({ notebook: id, event: notebookEventSchema }),
  /** A list is not what it was; a notebook that was saved or deleted is named with its revision. */
  changed: z.object({
    list: z.enum(["notebooks", "datasets", "pipelines", "models", "diagnoses"]),
    id,
    revision: z.exactOptional(z.int()),
  }),
  /** Of a diagnosis that runs: `diagnosisNewsSchema`, which only the pages read that show one. */
  diagnosis: z.looseObject({ id }),
} as const;

export type ApiKind = z.infer<typeof kindSchema>;
export type RunSummary = z.infer<typeof runSummarySchema>;
export type NotebookOverview = z.infer<typeof notebookOverviewSchema>;
export type Example = z.infer<typeof exampleSchema>;
export type NewNotebook = z.infer<typeof newNotebookSchema>;
export type NotebookContent = z.infer<typeof notebookContentSchema>;
export type CellViewAnswer = z.infer<typeof cellViewSchema>;
export type NotebookViewAnswer = z.infer<typeof notebookViewSchema>;
export type SavedNotebook = z.infer<typeof savedNotebookSchema>;
export type RunRequestBody = z.infer<typeof runRequestSchema>;
export type DatasetAnswer = z.infer<typeof datasetSchema>;
export type ModelAnswer = z.infer<typeof modelSchema>;
export type { DiagnosisAnswer } from "./diagnosis_schema.ts";
export type StreamMessage = {
  readonly [Name in keyof typeof streamSchemas]: {
    readonly event: Name;
    readonly data: z.infer<(typeof streamSchemas)[Name]>;
  };
}[keyof typeof streamSchemas];
