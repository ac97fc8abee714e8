/** The part of the package ml-svm 2.1.2 that is used here. */
export interface SvmOptions {
  readonly C: number;
  /** How far a row may miss the optimality conditions. */
  readonly tol: number;
  /** Training ends after this many passes over the rows without a change. */
  readonly maxPasses: number;
  readonly maxIterations: number;
  readonly kernel: { compute(a: readonly number[], b: readonly number[]): number };
  readonly whitening: boolean;
  random(): number;
}

export default class SVM {
  constructor(options: SvmOptions);
  /** @throws {Error} "max iterations reached", with the state as it is then. */
  train(features: readonly (readonly number[])[], labels: readonly number[]): void;
  /** The rows with a multiplier above 0; all rows where training was cut short. */
  readonly X: readonly (readonly number[])[];
  /** The ±1 of each of them. */
  readonly Y: readonly number[];
  readonly alphas: readonly number[];
  readonly b: number;
}
