import { Random } from "../random.ts";
import { partOf, type RunContext } from "../run_context.ts";
import { WorkerTeam } from "../worker_team.ts";
import { type CalibratedPair, calibratedPair } from "./calibrated_pair.ts";
import { cacheBytes, type KernelInput, KernelRows } from "./kernel_rows.ts";
import { mlSvmPair } from "./ml_svm_pair.ts";
import { solvePair } from "./sequential_minimal_optimization.ts";

/** What all pairs of classes have in common; plain data, so that workers can be told. */
export interface PairTraining {
  readonly solver: "smo" | "ml-svm";
  readonly input: KernelInput;
  /** What missing a row costs, for each class. */
  readonly costs: Float64Array;
  /** In which of `folds` each row is held out, to calibrate. */
  readonly foldOf: Uint8Array;
  readonly folds: number;
}

/** Two classes to tell apart. */
export interface PairTask {
  readonly first: number;
  readonly second: number;
  /** For the solver that makes random choices. */
  readonly seed: number;
}

/** What a worker of `support_vector_worker.ts` is told. */
export interface PairWork {
  readonly training: PairTraining;
  readonly pair: PairTask;
  /** Bytes for kernel rows. */
  readonly memory: number;
}

/** With fewer training rows workers take longer to start than to work. */
const rowsWorthWorkers = 4000;

/** As LIBSVM's. */
const tolerance = 1e-3;

/**
 * Solves every pair of classes, on as many threads as the context allows.
 *
 * @returns for each pair its f and what it is worth
 * @throws {HealerError} `run/cancelled`
 */
export async function trainPairs(
  training: PairTraining,
  pairs: readonly PairTask[],
  context: RunContext,
): Promise<CalibratedPair[]> {
  const threads = Math.min(context.threads ?? 1, pairs.length);
  if (threads < 2 || training.foldOf.length < rowsWorthWorkers) {
    return trainPairsHere(training, pairs, context);
  }
  // The largest go first, so that no thread is left alone with one at the end.
  const bySize = pairs.toSorted((a, b) => sizeOf(training, b) - sizeOf(training, a));
  const memory = cacheBytes / threads;
  using team = new WorkerTeam<PairWork, CalibratedPair>(
    new URL("./support_vector_worker.ts", import.meta.url),
    threads,
  );
  const solutions = await team.run(
    bySize.map((pair) => ({ training, pair, memory })),
    context,
  );
  return pairs.map((pair) => solutions[bySize.indexOf(pair)]!);
}

function trainPairsHere(
  training: PairTraining,
  pairs: readonly PairTask[],
  context: RunContext,
): CalibratedPair[] {
  const rows = new KernelRows(training.input);
  const sizes = pairs.map((pair) => sizeOf(training, pair));
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  let done = 0;
  return pairs.map((pair, index) => {
    const from = done / whole;
    done += sizes[index]!;
    return trainOnePair(rows, training, pair, partOf(context, from, done / whole));
  });
}

/** About as much work as the pair is. */
function sizeOf({ input: { starts } }: PairTraining, { first, second }: PairTask): number {
  return (starts[first + 1]! - starts[first]! + starts[second + 1]! - starts[second]!) ** 2;
}

/** Solves one pair: once with all of its rows and once with each fold held out. */
export function trainOnePair(
  rows: KernelRows,
  { solver, input: { starts }, costs, foldOf, folds }: PairTraining,
  { first, second, seed }: PairTask,
  context: RunContext,
): CalibratedPair {
  const firstRows = foldOf.subarray(starts[first], starts[first + 1]);
  const secondRows = foldOf.subarray(starts[second], starts[second + 1]);
  const firstCount = firstRows.length;
  const count = firstCount + secondRows.length;
  const pairFolds = new Uint8Array(count);
  pairFolds.set(firstRows);
  pairFolds.set(secondRows, firstCount);
  const firstCost = costs[first]!, secondCost = costs[second]!;
  const random = new Random(seed);
  const kernel = pairKernel(rows, first, second, firstCount);
  let solved = 0;
  return calibratedPair({ firstCount, foldOf: pairFolds, folds }, (isLeftOut) => {
    const onStep = (): void => context.progress(solved / (folds + 1));
    onStep();
    const solution = solver === "smo"
      ? solvePair(
        rows,
        { first, second, firstCost, secondCost, tolerance, isLeftOut },
        onStep,
      )
      : mlSvmPair(
        { count, firstCount, firstCost, secondCost, isLeftOut, kernel },
        random,
        sometimes(onStep),
      );
    solved++;
    return solution;
  });
}

/** The kernel of two rows of a pair. */
function pairKernel(
  rows: KernelRows,
  first: number,
  second: number,
  firstCount: number,
): (a: number, b: number) => number {
  const { starts } = rows;
  const rowAt = (position: number): number =>
    position < firstCount ? starts[first]! + position : starts[second]! + position - firstCount;
  return (a, b) =>
    b < firstCount
      ? rows.valueAt(rows.pointerTo(rowAt(a), first), b)
      : rows.valueAt(rows.pointerTo(rowAt(a), second), b - firstCount);
}

/** A step of ml-svm takes microseconds, too little to tell of each. */
function sometimes(onStep: () => void): () => void {
  let steps = 0;
  return () => {
    if (steps++ % 256 === 0) onStep();
  };
}
