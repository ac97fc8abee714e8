import { withIntervals } from "../evaluation/evaluation_intervals.ts";
import { evaluatePredictions } from "../evaluation/evaluate_predictions.ts";
import type { Evaluation } from "../evaluation/evaluation.ts";
import type { ModelFile } from "../model/model_file.ts";
import { modelProblem } from "../model/problems.ts";
import { nameList } from "../name_list.ts";
import { HealerError, type Notice } from "../problem.ts";
import type { Labels } from "../table/feature_matrix.ts";
import { labelSpellings } from "../table/labels.ts";
import { diagnoseRows, textCells } from "./diagnose_rows.ts";
import { openJudge } from "./judge.ts";
import type { RowsForModel } from "./open_rows.ts";
import { type SetReport, SetTally } from "./set_coverage.ts";
import { errorRates } from "./verdict.ts";

/** How a model did on labelled rows. */
export interface RowsEvaluation {
  readonly evaluation: Evaluation;
  /** The n rows that were compared, in input order. */
  readonly compared: {
    readonly ids: readonly string[];
    /** n: where each stands among all rows of the input, from 0. */
    readonly positions: Int32Array;
    /** Classes of the model, then labels it does not know. */
    readonly labels: Labels;
    /** n×k row-major. */
    readonly probabilities: Float32Array;
    /** n indices into the classes: the diagnoses. */
    readonly predictions: Int32Array;
  };
  /** How the prediction sets did on rows of the model's own classes; null where it makes none. */
  readonly sets: SetReport | null;
  /** Rows without a label or that could not be read. */
  readonly skipped: number;
  readonly notices: readonly Notice[];
}

/** What is compared with the diagnoses, and how. */
export interface EvaluationOptions {
  /** The column that holds the labels. */
  readonly label: string;
  /** Rows of one group are drawn together for the intervals; the model's group column where there is one. */
  readonly group?: string;
  /** Seeds the bootstrap of the intervals. */
  readonly seed: number;
  /** The share of misses that prediction sets are allowed; 0.05 where this is absent. */
  readonly errorRate?: number;
}

/**
 * Compares a model's diagnoses with the labels of a table. Labels the model does not know count as classes
 * of their own, which it always gets wrong.
 *
 * @throws {HealerError} where no row has a label or the file breaks off.
 */
export async function evaluateRows(
  model: ModelFile,
  rows: RowsForModel,
  {
    label,
    group = model.card.columns.group ?? undefined,
    seed,
    errorRate = errorRates.usual,
  }: EvaluationOptions,
  onProgress: (fraction: number) => void,
): Promise<RowsEvaluation> {
  const classes = [...model.card.classes];
  const known = classes.length;
  const codeOf = new Map(classes.map((name, code) => [name, code]));
  const decimal = rows.source.reading.decimal?.value ?? ".";
  const codeFor = (name: string): number => {
    const spelled = labelSpellings(name, decimal).find((spelling) => codeOf.has(spelling)) ?? name;
    const code = codeOf.get(spelled) ?? classes.push(spelled) - 1;
    codeOf.set(spelled, code);
    return code;
  };
  const hasGroups = rows.source.columns.some(({ name }) => name === group);
  const ids: string[] = [];
  const positions: number[] = [];
  const groups: (string | null)[] = [];
  const codes: number[] = [];
  const predictions: number[] = [];
  const kept: Float32Array[] = [];
  const judge = openJudge(model, { errorRate });
  const tally = new SetTally(model.card.classes, errorRate);
  let read = 0;
  for await (const { batch, frame, frameRows } of diagnoseRows(model, rows, judge)) {
    const cells = textCells(frame, label);
    const groupCells = group !== undefined && hasGroups ? textCells(frame, group) : null;
    for (const [frameRow, row] of frameRows.entries()) {
      const name = cells[frameRow] ?? "";
      if (name.trim() === "") continue;
      ids.push(batch.ids[row] ?? "");
      positions.push(read + row);
      groups.push(groupCells?.[frameRow] ?? null);
      const code = codeFor(name);
      codes.push(code);
      const { sets } = batch.judgement;
      if (sets !== null) tally.add(code, sets.subarray(row * known, (row + 1) * known));
      predictions.push(codeOf.get(batch.diagnosis[row] ?? "") ?? 0);
      kept.push(batch.probabilities.slice(row * known, (row + 1) * known));
    }
    read += batch.rows;
    onProgress(batch.fraction);
  }
  if (codes.length === 0) throw new HealerError(modelProblem.nothingToEvaluate(label));
  const probabilities = new Float32Array(codes.length * classes.length);
  for (const [row, values] of kept.entries()) probabilities.set(values, row * classes.length);
  const unknown = classes.slice(known);
  const labels = { classes, codes: Int32Array.from(codes) };
  const predicted = Int32Array.from(predictions);
  const evaluation = withIntervals(
    evaluatePredictions(labels, probabilities, predicted),
    labels,
    probabilities,
    predicted,
    { seed, onStep: () => onProgress(1), ...(hasGroups ? { groups } : {}) },
  );
  return {
    evaluation,
    compared: {
      ids,
      positions: Int32Array.from(positions),
      labels,
      probabilities,
      predictions: predicted,
    },
    sets: tally.report(),
    skipped: read - codes.length,
    notices: unknown.length === 0 ? [] : [unknownLabels(unknown)],
  };
}

function unknownLabels(names: readonly string[]): Notice {
  const list = nameList(names);
  return {
    code: "diagnosis/unknown-labels",
    message: {
      en:
        `The model was not trained on ${
          names.length === 1 ? "the label" : `${names.length} labels`
        } ${list.en}; ` +
        "rows with such a label count as wrong.",
      zh: `模型训练时没有标签 ${list.zh}；带有这些标签的行按判错计算。`,
    },
  };
}
