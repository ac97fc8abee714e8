import fc from "fast-check";
import { Random } from "@/pipeline/random.ts";
import type { FeatureMatrix, Labels } from "@/pipeline/table/feature_matrix.ts";

/** Rows to fit on, with labels, and rows to apply to, of the same columns. */
export interface TablePair {
  readonly train: FeatureMatrix;
  readonly labels: Labels;
  readonly fresh: FeatureMatrix;
  readonly seed: number;
}

/** What one column holds; every kind is one that real KPI tables have or that has broken a pipeline. */
const columnKinds: readonly ((random: Random, row: number) => number)[] = [
  (random) => random.normal(),
  (random) => random.normal() * 1e17,
  (random) => random.normal() * 1e-30,
  (random) => 5e16 + random.normal() * 1e10,
  (random) => random.below(3),
  (random) => [1.07, 1, 1.1, -1e17][random.below(4)]!,
  (random) => Math.exp(Math.min(80, random.normal() * 20)),
  (random) => random.next() < 0.9 ? 0 : random.normal() * 1e6,
  () => 0.1,
  () => NaN,
  (_, row) => row,
];

/** Values that show up in fresh rows whatever the column held in training. */
const intruders = [1e17, -1e17, 1e-30, -1e-30, 0, NaN, NaN, NaN];

/**
 * Pairs of tables with 1 to 40 training rows, holes, duplicates, columns that are constant or empty, and
 * fresh rows among which some are wholly missing and some columns are, too. With two rows or more the first
 * column varies.
 */
export const tablePairs: fc.Arbitrary<TablePair> = fc.record({
  seed: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
  trainRows: fc.integer({ min: 1, max: 40 }),
  freshRows: fc.integer({ min: 1, max: 12 }),
  width: fc.integer({ min: 1, max: 9 }),
  holes: fc.constantFrom(0, 0.1, 0.6),
}).map(tablePairOf);

interface TableShape {
  readonly seed: number;
  readonly trainRows: number;
  readonly freshRows: number;
  readonly width: number;
  /** Share of the values that are missing. */
  readonly holes: number;
}

/** One pair of tables of the given shape. */
export function tablePairOf(shape: TableShape): TablePair {
  const { seed, trainRows, freshRows, width, holes } = shape;
  const random = new Random(seed);
  const kinds = Array.from({ length: width }, () => columnKinds[random.below(columnKinds.length)]!);
  kinds[0] = columnKinds.at(-1)!;
  const names = kinds.map((_, column) => `kpi ${column}`);
  const train = new Float32Array(trainRows * width);
  for (let row = 0; row < trainRows; row++) {
    const isCopy = row > 2 && random.next() < 0.2;
    for (let column = 0; column < width; column++) {
      const cell = row * width + column;
      const isHole = random.next() < holes && (column > 0 || row > 1);
      const value = kinds[column]!(random, row);
      train[cell] = isCopy ? train[cell - width]! : isHole ? NaN : value;
    }
  }
  const emptyColumn = random.below(2 * width);
  const fresh = new Float32Array(freshRows * width);
  for (let row = 0; row < freshRows; row++) {
    const isEmpty = random.next() < 0.1;
    for (let column = 0; column < width; column++) {
      const cell = row * width + column;
      const isIntruder = random.next() < 0.15;
      const usual = random.next() < 0.5
        ? train[random.below(trainRows) * width + column]!
        : kinds[column]!(random, row);
      const value = isIntruder ? intruders[random.below(intruders.length)]! : usual;
      fresh[cell] = isEmpty || column === emptyColumn || random.next() < holes ? NaN : value;
    }
  }
  return {
    train: { names, rows: trainRows, values: train },
    labels: {
      classes: ["normal", "slow", "down"],
      codes: Int32Array.from({ length: trainRows }, () => random.below(3)),
    },
    fresh: { names, rows: freshRows, values: fresh },
    seed,
  };
}
