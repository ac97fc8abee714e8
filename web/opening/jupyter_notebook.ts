import { z } from "zod";
import { HealerError } from "@/pipeline/problem.ts";
import { openingProblem } from "./problems.ts";

/** A text, or its lines, which are put together as they are. */
const sourceSchema = z.union([
  z.string(),
  z.array(z.string()).transform((lines) => lines.join("")),
]);

const nameSchema = z.string().trim().min(1).max(1000).optional().catch(undefined);
const metadataSchema = z.object({
  title: nameSchema,
  /** The title up to version 3. */
  name: nameSchema,
  language_info: z.object({ name: nameSchema }).optional().catch(undefined),
  kernelspec: z.object({ language: nameSchema }).optional().catch(undefined),
}).catch({});

const cellSchema = z.object({
  cell_type: z.string().max(1000),
  /** Up to version 3 code is called otherwise. */
  source: sourceSchema.optional().catch(undefined),
  input: sourceSchema.optional().catch(undefined),
  language: nameSchema,
  /** Of a heading. */
  level: z.int().min(1).max(6).optional().catch(undefined),
  outputs: z.array(z.unknown()).catch([]),
  attachments: z.record(z.string(), z.unknown()).catch({}),
});

/** One cell of a Jupyter notebook, of whatever version. */
export interface JupyterCell {
  readonly type: string;
  /** Undefined where the file has none, which it should. */
  readonly source: string | undefined;
  readonly language: string | undefined;
  readonly level: number | undefined;
  readonly outputs: number;
  readonly attachments: number;
}

/** A Jupyter notebook as far as anything is made of it. */
export interface JupyterNotebook {
  /** Such as `4.5`. */
  readonly version: string;
  readonly metadata: unknown;
  readonly title: string | undefined;
  readonly language: string | undefined;
  /** Undefined for what is no cell at all. */
  readonly cells: readonly (JupyterCell | undefined)[];
}

/** Whether JSON looks like a Jupyter notebook. */
export function looksLikeJupyter(document: unknown): document is Readonly<Record<string, unknown>> {
  return typeof document === "object" && document !== null &&
    ["nbformat", "worksheets"].some((key) => Object.hasOwn(document, key));
}

/**
 * Reads nbformat 2, 3 and 4, as leniently as Jupyter does.
 *
 * @throws {HealerError} `opening/jupyter-version`, `opening/not-jupyter`, `opening/no-cells`
 */
export function readJupyter(
  document: Readonly<Record<string, unknown>>,
  file: string,
): JupyterNotebook {
  const { nbformat, nbformat_minor: minor } = document;
  if (typeof nbformat !== "number" || !Number.isInteger(nbformat)) {
    throw new HealerError(openingProblem.notJupyter(file));
  }
  if (nbformat < 2 || nbformat > 4) {
    throw new HealerError(openingProblem.jupyterVersion(file, nbformat));
  }
  const cells = nbformat === 4
    ? listOf(document, "cells", file)
    : listOf(document, "worksheets", file, []).flatMap((sheet) =>
      typeof sheet === "object" && sheet !== null
        ? listOf({ ...sheet }, "cells", file, [])
        : [undefined]
    );
  const { title, name, language_info, kernelspec } = metadataSchema.parse(document.metadata ?? {});
  return {
    version: typeof minor === "number" ? `${nbformat}.${minor}` : `${nbformat}`,
    metadata: document.metadata,
    title: title ?? name,
    language: language_info?.name ?? kernelspec?.language,
    cells: cells.map(readCell),
  };
}

function readCell(cell: unknown): JupyterCell | undefined {
  const parsed = cellSchema.safeParse(cell);
  if (!parsed.success) return undefined;
  const { cell_type, source, input, language, level, outputs, attachments } = parsed.data;
  return {
    type: cell_type,
    source: source ?? input,
    language,
    level,
    outputs: outputs.length,
    attachments: Object.keys(attachments).length,
  };
}

/** @param missing What stands for a list that is not there; without it, it must be there. */
function listOf(
  document: Readonly<Record<string, unknown>>,
  field: string,
  file: string,
  missing?: readonly unknown[],
): readonly unknown[] {
  const list = Object.hasOwn(document, field) ? document[field] ?? missing : missing;
  if (Array.isArray(list)) return list;
  throw new HealerError(openingProblem.noCells(file, field));
}
