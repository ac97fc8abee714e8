import type { Text } from "../problem.ts";
import type { Judgement } from "./judge.ts";

/**
 * The diagnoses of consecutive input rows, column by column, in input order. Rows that could not be read
 * are among them: their `diagnosis` is null, their probabilities are NaN, a warning says why.
 */
export interface DiagnosisBatch {
  readonly rows: number;
  /** The id column's cell, or the row's number from 1 where the table has no id column. */
  readonly ids: readonly string[];
  readonly diagnosis: readonly (string | null)[];
  /** The probability of the diagnosis; NaN for unread rows. */
  readonly confidence: Float32Array;
  /** The class that comes next to the diagnosis: by probability, weighted where the model weighs its classes. */
  readonly runnerUp: readonly (string | null)[];
  /** n×k row-major in the order of the model's classes. */
  readonly probabilities: Float32Array;
  /** How far each row's diagnosis may be trusted; unread rows are in no class. */
  readonly judgement: Judgement;
  /** Row index in this batch → what to know about that row; rows without warnings are absent. */
  readonly warnings: ReadonlyMap<number, readonly Text[]>;
  /** How much of the input file has been read, in [0, 1]. */
  readonly fraction: number;
}

/** The columns of a result before and after the class probabilities, and those that follow on request. */
export const resultColumns = {
  before: ["diagnosis", "confidence", "runner_up"],
  after: ["warnings"],
  details: ["verdict", "prediction_set", "novelty"],
} as const;
