import type { z } from "zod";
import type { GraphBuilder } from "../onnx/graph_builder.ts";
import type { Notice, Text } from "../problem.ts";
import type { RunContext } from "../run_context.ts";
import type { FeatureMatrix, Labels } from "../table/feature_matrix.ts";
import type { LearningCurve } from "./learning_curve.ts";

/** A step by name, with the params that differ from its defaults. */
export interface StepChoice {
  readonly step: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** What a learner gets while it trains. */
export interface TrainingContext extends RunContext {
  /** Tells the user something about this training, such as a sample taken. */
  notice(notice: Notice): void;
}

/** A training algorithm. One file a learner, one line in `registry.ts`. */
export interface Learner<Params = unknown, Fitted = unknown> {
  readonly name: string;
  /** Raised whenever the same params and rows would give another result. */
  readonly version: number;
  readonly title: Text;
  readonly summary: Text;
  readonly params: z.ZodType<Params>;
  /** The steps that go in front where the user has named none. */
  readonly defaultSteps: readonly StepChoice[];
  /** The versions of the other learners and the steps that it is made of with these params, by name. */
  versionsUsed?(params: Params): Readonly<Record<string, number>>;

  /**
   * Learns from rows whose labels all lie in `labels.classes`; some classes may have no row.
   * The result is plain data (structured-cloneable, no closures).
   */
  fit(
    matrix: FeatureMatrix,
    labels: Labels,
    params: Params,
    context: TrainingContext,
  ): Fitted | Promise<Fitted>;
  /** How the loss fell, for learners that learn round by round. */
  learningCurve?(fitted: Fitted): LearningCurve;
  /** n×k row-major class probabilities, each row summing to 1. */
  predict(fitted: Fitted, matrix: FeatureMatrix): Float32Array;
  /** Adds nodes that turn `input` (float32 [n, d]) into probabilities (float32 [n, k]); returns their name. */
  lower(fitted: Fitted, graph: GraphBuilder, input: string): string;
}
