import type { Command } from "commander";
import type pl from "nodejs-polars";
import { parsePipeline, type PipelineDocument } from "@/pipeline/model/pipeline_file.ts";
import { type FitColumn, pipelineFit, requireFit } from "@/pipeline/model/pipeline_fit.ts";
import type { TrainingOptions } from "@/pipeline/model/train_model.ts";
import { inFile, type Notice } from "@/pipeline/problem.ts";
import { FrameColumns } from "@/pipeline/table/frame_columns.ts";
import type { RoleOverrides } from "@/pipeline/table/role.ts";
import { readText } from "./read_text.ts";

const pipelineFile = { area: "pipeline", name: { en: "pipeline", zh: "流水线" } } as const;

/** How a model is trained, as far as a pipeline says it too. */
type Training =
  & Pick<TrainingOptions, "folds" | "validation" | "calibration" | "tuneDecision" | "keepRows">
  & { readonly seed: number };

/** The options that say what a pipeline says as well. */
const optionOf = {
  folds: "folds",
  calibration: "calibration",
  tuneDecision: "tuneDecision",
  keepRows: "rows",
  seed: "seed",
} as const;

/** Reads a pipeline file. @throws {HealerError} `pipeline/…` with the file as its place */
export async function readPipeline(file: string): Promise<PipelineDocument> {
  return await inFile(file, async () => parsePipeline(await readText(file, pipelineFile)));
}

/** How the pipeline is trained, but for what the command line says otherwise. */
export function trainingOf(
  { training }: PipelineDocument,
  given: Training,
  command: Command,
): Training {
  const said = Object.entries(optionOf)
    .filter(([, option]) => command.getOptionValueSource(option) === "cli")
    .map(([name]) => name);
  return {
    ...given,
    ...Object.fromEntries(Object.entries(training).filter(([name]) => !said.includes(name))),
  };
}

/**
 * The roles of a table's columns by which exactly the features of a pipeline are learnt from.
 *
 * @param given What the command line says of them.
 * @throws {HealerError} `pipeline/…` where the table does not suit the pipeline
 */
export function pipelineRoles(
  pipeline: PipelineDocument,
  given: RoleOverrides,
  columns: readonly FitColumn[],
  frame: pl.DataFrame,
): { readonly roles: RoleOverrides; readonly notices: readonly Notice[] } {
  const cells = new FrameColumns(frame);
  const fit = pipelineFit(pipeline, columns, {
    label: given.label,
    classesOf: (label) => cells.get(label).dropNulls().nUnique(),
  });
  requireFit(fit);
  const needed = new Set(pipeline.features.map(({ name }) => name));
  const { label } = fit;
  const ignored = columns.filter(({ name, role }) =>
    !needed.has(name) && name !== label && (role === "feature" || role === "label")
  );
  const roles = {
    ...given,
    ...(label === undefined ? {} : { label }),
    features: columns.filter(({ name, role }) => needed.has(name) && role !== "feature")
      .map(({ name }) => name),
    ignore: ignored.map(({ name }) => name),
  };
  return { roles, notices: [...fit.notices, ...allRowsNotices(pipeline)] };
}

function allRowsNotices({ split }: PipelineDocument): Notice[] {
  if (split === null) return [];
  const percent = Math.round(100 * split.testShare);
  return [{
    code: "pipeline/no-rows-held-out",
    message: {
      en: `The pipeline holds ${percent} % of the rows out in a notebook; here all rows train, ` +
        "and cross-validation judges.",
      zh: `在笔记本中该流水线会留出 ${percent}% 的行；此处全部行都参与训练，由交叉验证评估。`,
    },
  }];
}
