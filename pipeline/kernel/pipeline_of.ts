import type { CellKind, CellResult } from "../cells/cell_kind.ts";
import { findModelCell } from "../cells/find_model.ts";
import { modelSchema } from "../cells/model_value.ts";
import { columnWithRole, type Prepared, preparedSchema } from "../cells/prepared_value.ts";
import { renameColumns } from "../cells/rename_columns.ts";
import { split as splitCell } from "../cells/split.ts";
import { subset } from "../cells/subset.ts";
import { train } from "../cells/train.ts";
import {
  checkPipelineDocument,
  type LeftOut,
  type PipelineDocument,
  pipelineFormat,
} from "../model/pipeline_file.ts";
import type { Recipe } from "../model/recipe.ts";
import { HealerError, type Text } from "../problem.ts";
import { isStep } from "../steps/registry.ts";
import { ancestors, buildGraph, type GraphCell, type NotebookGraph } from "./graph.ts";
import type { Notebook } from "./notebook.ts";
import { isSameJson } from "./same_json.ts";
import { pipelineCellProblem } from "./pipeline_problems.ts";

/** What a pipeline is taken from, beside the notebook. */
export interface PipelineSources {
  readonly kinds: ReadonlyMap<string, CellKind>;
  /** The result of a cell, where it has one of what it is now. */
  resultOf(cell: string): CellResult | undefined;
}

/** A pipeline as a notebook holds it. */
export interface NotebookPipeline {
  /** The cell that trains. */
  readonly cell: string;
  /** Its `leftOut` does not name where the rows come from: no pipeline has any. */
  readonly document: PipelineDocument;
  /** All cells in front of the learner that stay behind, in the notebook's order. */
  readonly leftOut: readonly LeftOut[];
}

/** The cells of a notebook that a pipeline can be taken from, in the notebook's order. */
export function pipelineCells({ cells }: Notebook): string[] {
  return cells.filter(({ kind }) => isTrainingKind(kind)).map(({ id }) => id);
}

/**
 * The pipeline that ends in a cell that trains: the steps on its way, the learner, and how it is trained. Of a
 * search it is the recipe that was found, to be trained without searching again.
 *
 * @param cell The cell that trains, or searches.
 * @throws {HealerError} `pipeline/no-such-cell`, `pipeline/not-a-training-cell`, `pipeline/not-run`,
 *   `pipeline/no-label`; whatever is wrong with the cell itself
 */
export function pipelineOf(
  notebook: Notebook,
  cell: string,
  { kinds, resultOf }: PipelineSources,
): NotebookPipeline {
  const graph = buildGraph(notebook, kinds);
  const own = graph.get(cell);
  if (own === undefined) throw new HealerError(pipelineCellProblem.noSuchCell(cell));
  if (!isTrainingKind(own.kind?.kind)) {
    throw new HealerError(pipelineCellProblem.notATrainingCell(cell));
  }
  if (own.problem !== undefined) throw new HealerError(own.problem);
  const before = own.wires.get("table");
  const table = before && resultOf(before.cell)?.values[before.port];
  if (before === undefined || table === undefined) {
    throw new HealerError(pipelineCellProblem.notRun(before?.cell ?? cell));
  }
  const prepared = preparedSchema.parse(table);
  const label = columnWithRole(prepared.columns, "label");
  if (label === null) throw new HealerError(pipelineCellProblem.noLabel(cell));
  const { recipe, training } = learnt(own, prepared, resultOf);
  const way = new Way(notebook, graph, before.cell, resultOf);
  const document = checkPipelineDocument({
    ...pipelineFormat,
    name: notebook.title,
    recipe,
    training,
    features: prepared.columns.filter(({ role }) => role === "feature")
      .map(({ name, type }) => ({ name, type })),
    label,
    split: way.split,
    leftOut: way.leftOut.filter(({ cell }) => !way.sources.has(cell)),
  });
  return { cell, document, leftOut: way.leftOut };
}

function isTrainingKind(kind: string | undefined): boolean {
  return kind === train.kind || kind === findModelCell.kind;
}

/** What is trained and how. */
function learnt(
  { id, kind, params }: GraphCell,
  prepared: Prepared,
  resultOf: PipelineSources["resultOf"],
): { recipe: Recipe; training: PipelineDocument["training"] } {
  if (kind?.kind === train.kind) {
    const { learner: { name, ...own }, folds, calibration, tuneDecision, keepRows, seed } = train
      .params.parse(params);
    return {
      recipe: { steps: prepared.steps, learner: { name, params: own } },
      training: { folds, calibration, tuneDecision, keepRows, seed },
    };
  }
  const model = resultOf(id)?.values.model;
  if (model === undefined) throw new HealerError(pipelineCellProblem.notRun(id));
  const { card: { recipe } } = modelSchema.parse(model);
  const { folds, calibration, tuneDecision, keepRows, seed } = findModelCell.params.parse(params);
  return { recipe, training: { folds, calibration, tuneDecision, keepRows, seed } };
}

/** The way of the table from where its rows come from down to the cell that trains. */
class Way {
  /** The cells that only bring the rows, under the names that the pipeline knows. */
  readonly sources: ReadonlySet<string>;
  readonly split: PipelineDocument["split"];
  readonly leftOut: readonly LeftOut[];

  constructor(
    private readonly notebook: Notebook,
    graph: NotebookGraph,
    last: string,
    resultOf: PipelineSources["resultOf"],
  ) {
    const reasons = new Map<string, Text>();
    const sources = new Set<string>();
    let split: PipelineDocument["split"] = null;
    for (let at = graph.get(last); at !== undefined;) {
      const { id, kind, params, wires } = at;
      if (kind?.kind === splitCell.kind) split ??= splitParams(params);
      else if (kind?.kind === subset.kind) reasons.set(id, reason.subset);
      else if (kind?.kind === renameColumns.kind) {
        sources.add(id);
        reasons.set(id, reason.renamed);
      } else if (handsOn(at, resultOf)) {
        reasons.set(id, reason.handedOn);
      } else if (kind === undefined || !isStep(kind.kind)) {
        const isSource = kind !== undefined && Object.keys(kind.takes).length === 0;
        if (isSource) sources.add(id);
        reasons.set(id, isSource ? reason.source : reason.newTable);
        for (const above of ancestors(graph, new Set([id]))) reasons.set(above, reason.replaced);
        break;
      }
      at = graph.get(wires.get("table")?.cell ?? "");
    }
    this.sources = sources;
    this.split = split;
    this.leftOut = this.named(graph, reasons);
  }

  private named(graph: NotebookGraph, reasons: ReadonlyMap<string, Text>): LeftOut[] {
    return this.notebook.cells.flatMap(({ id, kind, title = "" }) => {
      const reason = reasons.get(id);
      if (reason === undefined) return [];
      const own = title.trim() === "" ? undefined : { en: title, zh: title };
      const name = own ?? graph.get(id)?.kind?.title ?? { en: kind, zh: kind };
      return [{ cell: id, kind, name, reason }];
    });
  }
}

/** Whether a cell that may make a new table has given the one it read, as code does that returns none. */
function handsOn({ id, kind, wires }: GraphCell, resultOf: PipelineSources["resultOf"]): boolean {
  const from = wires.get("table");
  const given = resultOf(id)?.values.table;
  if (kind?.recipe !== "replaces" || from === undefined || given === undefined) return false;
  const read = resultOf(from.cell)?.values[from.port];
  return read !== undefined && isSameJson(given, read);
}

function splitParams(params: unknown): PipelineDocument["split"] {
  const { by, testShare, seed } = splitCell.params.parse(params);
  return { by, testShare, seed };
}

const reason = {
  source: {
    en: "A pipeline holds no rows: it takes those of the table that it is applied to.",
    zh: "流水线不含数据行：它使用所应用数据表的行。",
  },
  subset: {
    en: "Rows are chosen for this table only: a pipeline learns from all rows it is given.",
    zh: "选取的行只适用于此数据表：流水线会用得到的全部行来学习。",
  },
  renamed: {
    en: "A pipeline learns from columns by the names they have then.",
    zh: "流水线按改名后的列名来学习。",
  },
  handedOn: {
    en: "It gives no table of its own: what it draws and prints is no part of a pipeline.",
    zh: "它没有给出新的数据表：所绘制和输出的内容不属于流水线。",
  },
  newTable: {
    en: "It makes a new table, which is no step: a pipeline takes the columns as it gives them.",
    zh: "它生成一个新的数据表，不是预处理步骤：流水线直接使用它给出的列。",
  },
  replaced: {
    en: "A cell below makes a new table of what it gives.",
    zh: "下方的单元用它的输出另外生成了新的数据表。",
  },
} as const satisfies Record<string, Text>;
