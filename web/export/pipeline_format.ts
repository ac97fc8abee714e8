import { findModelCell } from "@/pipeline/cells/find_model.ts";
import { isReadyState } from "@/pipeline/kernel/cell_state.ts";
import { buildGraph } from "@/pipeline/kernel/graph.ts";
import { type NotebookPipeline, pipelineCells, pipelineOf } from "@/pipeline/kernel/pipeline_of.ts";
import { pipelineCellProblem } from "@/pipeline/kernel/pipeline_problems.ts";
import { printPipeline } from "@/pipeline/model/pipeline_file.ts";
import { HealerError } from "@/pipeline/problem.ts";
import type { ExportSource } from "./export_source.ts";
import type { ExportFormat } from "./format.ts";

/** The steps and the learner of a notebook, to be trained on other tables. */
export const pipelineFormat: ExportFormat = {
  name: "pipeline",
  title: { en: "Pipeline", zh: "流水线" },
  ending: ".pipeline.json",
  media: "application/json",
  needs: ({ notebook, kinds, cell }) => {
    const last = cell ?? pipelineCells(notebook).at(-1) ?? "";
    const { kind, wires } = buildGraph(notebook, kinds).get(last) ?? {};
    // A search gives the recipe that it has found; of other cells the columns are known before they train.
    return kind?.kind === findModelCell.kind
      ? [last]
      : [...wires?.values() ?? []].map((s) => s.cell);
  },
  make: (source) => Promise.resolve(printPipeline(pipelineOfSource(source).document)),
};

/**
 * The pipeline that ends in the cell asked for, or else in the last cell that trains.
 *
 * @throws {HealerError} `pipeline/no-training-cell`, what keeps that cell from giving one
 */
export function pipelineOfSource(
  { notebook, cells, kinds, cell }: Pick<ExportSource, "notebook" | "cells" | "kinds" | "cell">,
): NotebookPipeline {
  const last = cell ?? pipelineCells(notebook).at(-1);
  if (last === undefined) throw new HealerError(pipelineCellProblem.noTrainingCell());
  const results = new Map(
    cells.flatMap(({ id, state, result }) => isReadyState(state) && result ? [[id, result]] : []),
  );
  return pipelineOf(notebook, last, { kinds, resultOf: (id) => results.get(id) });
}
