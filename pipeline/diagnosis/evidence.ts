import { backgroundRows } from "../evaluation/background_rows.ts";
import { type Contributions, openTreeExplainer } from "../evaluation/explain_by_trees.ts";
import { permutationShap } from "../evaluation/permutation_shap.ts";
import { shortestFloat32 } from "../shortest_float32.ts";
import type { ModelFile } from "../model/model_file.ts";
import type { TrainingSummary } from "../model/training_summary.ts";
import type { OnnxModel } from "../onnx/onnx_model.ts";
import { rowNanoseconds } from "../onnx/row_cost.ts";
import { quietContext } from "../run_context.ts";
import type { Evidence } from "./row_answer.ts";
import { type Range, TrainingRanges } from "./training_ranges.ts";

/** A row, what the model says of it and the classes that matter, by their numbers; −1 = there is none. */
export interface AnsweredRow {
  readonly values: Float32Array;
  readonly probabilities: Float32Array;
  readonly own: number;
  readonly runnerUp: number;
  readonly normal: number;
}

/** Says what speaks for and against the diagnosis of a row. */
export interface EvidenceFinder extends AsyncDisposable {
  /** null where the model is not made of trees alone and carries nothing to compare with. */
  find(row: AnsweredRow): Promise<Evidence | null>;
}

/** Where the model is not made of trees, as many reference rows are gone through as fit into this time. */
const samplingNanoseconds = 200e6;
const fewestSampled = 2, mostSampled = 50;

const seed = 0;

/** Makes a model ready to explain single rows: its trees are looked for once. */
export async function openEvidence(
  file: ModelFile,
  onnx: OnnxModel,
  summary: TrainingSummary | null,
): Promise<EvidenceFinder> {
  const { card: { classes, features }, model } = file;
  const names = features.map(({ name }) => name);
  const ranges = summary && new TrainingRanges(summary);
  const trees = await openTreeExplainer(onnx);
  const perRow = 2 * names.length * rowNanoseconds(onnx.graph);
  const sampledRows = Math.min(
    mostSampled,
    Math.max(fewestSampled, Math.floor(samplingNanoseconds / perRow)),
  );
  const background = summary && backgroundRows(summary, names, sampledRows, seed);

  const contributionsTo = async (row: AnsweredRow): Promise<Contributions | null> => {
    const matrix = { names, rows: 1, values: row.values };
    const classOf = Int32Array.of(row.own);
    const exact = await trees?.explain(matrix, row.probabilities, classOf, quietContext());
    if (exact) return exact;
    if (background === null) return null;
    const options = { background, rounds: Math.ceil(sampledRows / background.rows) };
    const sampled = await permutationShap(
      model.runProbabilities,
      matrix,
      { ...options, outputOf: classOf },
      quietContext(seed),
    );
    return { method: "permutation", unit: "probability", ...sampled };
  };

  return {
    find: async (row) => {
      const found = await contributionsTo(row);
      if (found === null) return null;
      const rangeOf = (feature: number, code: number): Range | null =>
        code < 0 ? null : ranges?.ofClass(feature, code) ?? null;
      const listed = names.map((feature, index) => {
        const value = row.values[index]!;
        return {
          feature,
          value: Number.isNaN(value) ? null : shortestFloat32(value),
          contribution: found.contributions[index]!,
          standardError: errorOf(found.standardErrors, index),
          normal: rangeOf(index, row.normal),
          own: rangeOf(index, row.own),
          runnerUp: rangeOf(index, row.runnerUp),
          all: ranges?.all(index) ?? null,
        };
      });
      return {
        method: found.method,
        unit: found.unit,
        base: found.base[row.own]!,
        normal: classes[row.normal] ?? null,
        features: listed.sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution)),
      };
    },
    [Symbol.asyncDispose]: async () => await trees?.[Symbol.asyncDispose](),
  };
}

/** One background row alone says nothing of the error. */
function errorOf(errors: Float64Array | null, index: number): number | null {
  const error = errors?.[index];
  return error === undefined || Number.isNaN(error) ? null : error;
}
