/** How the mean log loss fell while a learner trained, one number for each round or epoch. */
export interface LearningCurve {
  /** The loss of the rows it learns from. */
  readonly train: readonly number[];
  /** The loss of the rows it only watches; empty where there are none. */
  readonly validation: readonly number[];
  /** The round or epoch, an index into both, whose state was kept. */
  readonly kept: number;
}
