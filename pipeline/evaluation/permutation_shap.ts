import { z } from "zod";
import { readState, writeState } from "../checkpoint.ts";
import { Random } from "../random.ts";
import type { RunContext } from "../run_context.ts";
import type { FeatureMatrix } from "../table/feature_matrix.ts";

/** A model as a black box: n×d row-major values in, n×k row-major numbers out. */
export type Predict = (values: Float32Array, rows: number) => Promise<Float32Array>;

/** What {@linkcode permutationShap} shall explain. */
export interface PermutationShapOptions {
  /** The rows that stand in for features that are not known, at least one, with the same columns. */
  readonly background: FeatureMatrix;
  /** How often all background rows are gone through, each time in new orders of the features. */
  readonly rounds: number;
  /** One output for each row, where only the contributions to that one are wanted. */
  readonly outputOf?: Int32Array;
}

/** Contributions with their sampling error. */
export interface PermutationShap {
  /** n×k×d, row-major; n×d where there is an `outputOf`. */
  readonly contributions: Float64Array;
  /**
   * The standard error of each contribution, or a little more: that background rows differ counts as error,
   * too, though each of them is used as often.
   */
  readonly standardErrors: Float64Array;
  /** k numbers: the mean of each output over the background. */
  readonly base: Float64Array;
}

/** The sums so far, and how many turns are in them. */
const sumsSchema = z.strictObject({
  turns: z.int(),
  sums: z.instanceof(Float64Array),
  squares: z.instanceof(Float64Array),
});

/** Rows that the model gets at once: many, for calls cost time, but no more than some 100 ms of work. */
const batchRows = 2048;

/**
 * Estimates SHAP values of any model by sampling orders of the features (Štrumbelj & Kononenko, "Explaining
 * prediction models and individual predictions with feature contributions", 2014): a background row turns
 * into the row to be explained, one feature after the other, and each feature gets what changes as it comes.
 * Every order is also gone through from its end (antithetic sampling; Mitchell et al., "Sampling permutations
 * for Shapley value estimation", 2022).
 *
 * Each background row is used as often as the others, so that the contributions of a row and the base make up
 * exactly what the model says of it. Features with the same value in both rows cost nothing. A row takes up to
 * 2·(d − 1) predictions a background row and round.
 */
export async function permutationShap(
  predict: Predict,
  rows: FeatureMatrix,
  options: PermutationShapOptions,
  context: RunContext,
): Promise<PermutationShap> {
  const { background, rounds, outputOf } = options;
  const before = await predict(background.values, background.rows);
  const after = await predict(rows.values, rows.rows);
  const sampler = new OrderSampler(predict, rows, background, before, after, outputOf);
  const random = new Random(context.seed);
  const pairs = rounds * background.rows;
  const done = sampler.restore(context);
  for (let row = 0; row < rows.rows; row++) {
    for (let pair = 0; pair < pairs; pair++) {
      const place = row * pairs + pair;
      if (place < done) {
        sampler.drawOrder(row, pair % background.rows, random);
        continue;
      }
      if (sampler.isFull) {
        await sampler.flush();
        sampler.keep(context, place);
        context.progress((row + pair / pairs) / rows.rows);
      }
      sampler.add(row, pair % background.rows, random);
    }
  }
  await sampler.flush();
  return sampler.result(pairs);
}

/** An order of the features in which a background row turns into a row, waiting for predictions. */
interface Turn {
  readonly row: number;
  readonly from: number;
  /** The features whose values differ. */
  readonly order: Int32Array;
}

class OrderSampler {
  private readonly width: number;
  private readonly outputs: number;
  /** How many outputs a row keeps. */
  private readonly kept: number;
  private readonly batch: Float32Array;
  private filled = 0;
  private turns: Turn[] = [];
  private readonly sums: Float64Array;
  private readonly squares: Float64Array;

  constructor(
    private readonly predict: Predict,
    private readonly rows: FeatureMatrix,
    private readonly background: FeatureMatrix,
    private readonly before: Float32Array,
    private readonly after: Float32Array,
    private readonly outputOf: Int32Array | undefined,
  ) {
    this.width = rows.names.length;
    this.outputs = before.length / background.rows;
    this.kept = outputOf ? 1 : this.outputs;
    this.batch = new Float32Array((batchRows + 2 * this.width) * this.width);
    this.sums = new Float64Array(rows.rows * this.kept * this.width);
    this.squares = new Float64Array(this.sums.length);
  }

  /** Whether the next turn may have no room. */
  get isFull(): boolean {
    return this.filled >= batchRows || this.turns.length >= batchRows;
  }

  /** Takes the sums that an earlier attempt has left. @returns how many turns are in them */
  restore(context: RunContext): number {
    const kept = readState(context, "sums", sumsSchema);
    if (kept?.sums.length !== this.sums.length) return 0;
    this.sums.set(kept.sums);
    this.squares.set(kept.squares);
    return kept.turns;
  }

  /** Leaves the sums of the first `turns` turns. */
  keep(context: RunContext, turns: number): void {
    writeState(context, "sums", { turns, sums: this.sums, squares: this.squares });
  }

  /** An order of the features in which a background row and a row differ. */
  drawOrder(row: number, from: number, random: Random): Int32Array {
    return random.shuffle(this.differing(row, from));
  }

  /** Draws an order and puts the rows on the way, there and back, into the batch. */
  add(row: number, from: number, random: Random): void {
    const order = this.drawOrder(row, from, random);
    this.turns.push({ row, from, order });
    for (const features of [order, order.toReversed()]) {
      for (let known = 1; known < features.length; known++) {
        const start = this.filled++ * this.width;
        const before = known === 1
          ? this.rowOf(this.background, from)
          : this.batch.subarray(start - this.width, start);
        this.batch.set(before, start);
        const feature = features[known - 1]!;
        this.batch[start + feature] = this.rows.values[row * this.width + feature]!;
      }
    }
  }

  /** Predicts what waits and gives each feature what changed as it came. */
  async flush(): Promise<void> {
    const values = this.batch.subarray(0, this.filled * this.width);
    const predicted = await this.predict(values, this.filled);
    const forth = new Float64Array(this.width + 1), back = new Float64Array(this.width + 1);
    let place = 0;
    for (const turn of this.turns) {
      const { row, order } = turn;
      const between = Math.max(0, order.length - 1);
      for (let index = 0; index < this.kept; index++) {
        const output = this.outputOf?.[row] ?? index;
        this.readPath(turn, predicted, place, output, forth);
        this.readPath(turn, predicted, place + between, output, back);
        const start = (row * this.kept + index) * this.width;
        for (let position = 0; position < order.length; position++) {
          const rest = order.length - 1 - position;
          const came = forth[position + 1]! - forth[position]!;
          const given = (came + back[rest + 1]! - back[rest]!) / 2;
          this.sums[start + order[position]!]! += given;
          this.squares[start + order[position]!]! += given * given;
        }
      }
      place += 2 * between;
    }
    this.filled = 0;
    this.turns = [];
  }

  result(pairs: number): PermutationShap {
    const base = new Float64Array(this.outputs);
    for (const [place, value] of this.before.entries()) {
      base[place % this.outputs]! += value / this.background.rows;
    }
    return {
      contributions: this.sums.map((sum) => sum / pairs),
      standardErrors: this.squares.map((square, place) => {
        const variance = square / pairs - (this.sums[place]! / pairs) ** 2;
        return pairs > 1 ? Math.sqrt(Math.max(0, variance) / (pairs - 1)) : NaN;
      }),
      base,
    };
  }

  /** Fills in what the model says of one output with 0, 1, … and all of the features known. */
  private readPath(
    { row, from, order }: Turn,
    predicted: Float32Array,
    start: number,
    output: number,
    path: Float64Array,
  ): void {
    path[0] = this.before[from * this.outputs + output]!;
    for (let known = 1; known < order.length; known++) {
      path[known] = predicted[(start + known - 1) * this.outputs + output]!;
    }
    path[order.length] = this.after[row * this.outputs + output]!;
  }

  /** The features in which a row and a background row differ; a hole is like a hole. */
  private differing(row: number, from: number): Int32Array {
    const ours = this.rowOf(this.rows, row), theirs = this.rowOf(this.background, from);
    const features: number[] = [];
    for (let feature = 0; feature < this.width; feature++) {
      if (!Object.is(ours[feature], theirs[feature])) features.push(feature);
    }
    return Int32Array.from(features);
  }

  private rowOf({ values }: FeatureMatrix, row: number): Float32Array {
    return values.subarray(row * this.width, (row + 1) * this.width);
  }
}
