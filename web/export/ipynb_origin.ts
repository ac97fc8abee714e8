import { createHash } from "node:crypto";
import * as z from "zod/mini";
import type { CellKind } from "@/pipeline/cells/cell_kind.ts";
import { canonicalJson } from "@/pipeline/canonical_json.ts";
import {
  checkNotebook,
  type Notebook,
  type ParsedNotebook,
  printNotebook,
} from "@/pipeline/kernel/notebook.ts";
import { HealerError, type Problem } from "@/pipeline/problem.ts";

// A Jupyter notebook that was made of one of the workbench carries that in its metadata, and comes back as it was.

/** The key in the metadata of the Jupyter notebook. */
const originKey = "systemhealer";

const originFormat = 1;

const originSchema = z.object({
  format: z.literal(originFormat),
  notebook: z.unknown(),
  /** Of the notebook, as it is printed. */
  sha256: z.string(),
  /** Of the cells that Jupyter shows, without their outputs. */
  cells: z.string(),
});

/** What lies in the metadata. */
export type Origin = z.infer<typeof originSchema>;

/** A cell as Jupyter shows it. */
export interface VisibleCell {
  readonly type: string;
  readonly source: string;
}

/** The notebook as the metadata of a Jupyter notebook with these cells. */
export function originOf(notebook: Notebook, cells: readonly VisibleCell[]): Origin {
  const printed = printNotebook(notebook);
  return {
    format: originFormat,
    notebook: JSON.parse(printed),
    sha256: digest(printed),
    cells: digestOfCells(cells),
  };
}

/** What was found in the metadata of a Jupyter notebook. */
export type FoundOrigin =
  | {
    readonly parsed: ParsedNotebook;
    /** Whether somebody has changed the notebook that lies in the metadata. */
    readonly isEdited: boolean;
    /** Whether somebody has changed the cells that Jupyter shows. */
    readonly areCellsEdited: boolean;
  }
  | { readonly problem: Problem };

/** Looks for the notebook that a Jupyter notebook was made of; undefined where it was made of none. */
export function findOrigin(
  metadata: unknown,
  cells: readonly VisibleCell[],
  kinds: ReadonlyMap<string, CellKind>,
): FoundOrigin | undefined {
  if (typeof metadata !== "object" || metadata === null) return undefined;
  if (!Object.hasOwn(metadata, originKey) || !(originKey in metadata)) return undefined;
  const found: unknown = metadata[originKey];
  const origin = originSchema.safeParse(found);
  if (!origin.success) return { problem: badOrigin(laterFormat(found)) };
  try {
    const parsed = checkNotebook(origin.data.notebook, kinds);
    return {
      parsed,
      isEdited: digest(printNotebook(parsed.notebook)) !== origin.data.sha256,
      areCellsEdited: digestOfCells(cells) !== origin.data.cells,
    };
  } catch (error) {
    if (error instanceof HealerError) return { problem: error.problem };
    throw error;
  }
}

function laterFormat(found: unknown): number | undefined {
  const { data } = z.safeParse(z.object({ format: z.int().check(z.gt(originFormat)) }), found);
  return data?.format;
}

function badOrigin(format: number | undefined): Problem {
  const where = `metadata.${originKey}`;
  return {
    code: "opening/bad-origin",
    message: format === undefined
      ? {
        en: `Cannot read the notebook of the workbench in “${where}”: it is damaged.`,
        zh: `无法读取“${where}”中的工作台笔记本：内容已损坏。`,
      }
      : {
        en: `Cannot read the notebook of the workbench in “${where}”: ` +
          `it has format ${format}, and this version knows up to ${originFormat}.`,
        zh: `无法读取“${where}”中的工作台笔记本：` +
          `其格式版本为 ${format}，当前程序最高支持 ${originFormat}。`,
      },
    place: {},
    hint: {
      en: "Update the workbench, or read the file as a foreign notebook.",
      zh: "请升级工作台，或按外来笔记本读取该文件。",
    },
  };
}

function digestOfCells(cells: readonly VisibleCell[]): string {
  return digest(canonicalJson(cells.map(({ type, source }) => [type, source])));
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
