import type { TreeEnsemble } from "../learners/tree_ensemble.ts";
import type { FeatureMatrix } from "../table/feature_matrix.ts";

/**
 * What the trees of a forest would say if one column held other values. Only the ways of rows that pass a
 * split on the column are walked again: a tenth of them where there are a hundred columns.
 */
export class ColumnShuffler {
  /** n×k row-major: the sums over the trees for the rows as they are. */
  private readonly sums: Float64Array;
  /** For tree t and row r at t·n + r: the leaf. */
  private readonly leaves: Int32Array;
  /** The ways t·n + r that pass a split on column c stand from `starts[c]` up to but not with `starts[c + 1]`. */
  private readonly ways: Int32Array;
  private readonly starts: Int32Array;

  constructor(private readonly forest: TreeEnsemble, private readonly matrix: FeatureMatrix) {
    const { rows, names: { length: width } } = matrix;
    const trees = forest.roots.length - 1;
    this.sums = new Float64Array(rows * forest.outputs);
    this.leaves = new Int32Array(trees * rows);
    const passes: number[][] = Array.from({ length: width }, () => []);
    for (let way = 0; way < trees * rows; way++) {
      const leaf = this.walk(way, (column) => {
        const passed = passes[column]!;
        if (passed.at(-1) !== way) passed.push(way);
      });
      this.leaves[way] = leaf;
      this.add(this.sums, way % rows, leaf, 1);
    }
    this.starts = new Int32Array(width + 1);
    passes.forEach((passed, column) => {
      this.starts[column + 1] = this.starts[column]! + passed.length;
    });
    this.ways = new Int32Array(this.starts[width]!);
    passes.forEach((passed, column) => this.ways.set(passed, this.starts[column]));
  }

  /** Whether any row passes a split on the column. */
  uses(column: number): boolean {
    return this.starts[column]! < this.starts[column + 1]!;
  }

  /** n×k row-major: the means over the trees if the column held `values`, one a row. */
  means(column: number, values: Float32Array): Float32Array {
    const { sums, leaves, ways, starts, matrix: { rows } } = this;
    const changed = sums.slice();
    for (let place = starts[column]!; place < starts[column + 1]!; place++) {
      const way = ways[place]!, row = way % rows;
      const leaf = this.walk(way, undefined, column, values[row]!);
      if (leaf === leaves[way]) continue;
      this.add(changed, row, leaves[way]!, -1);
      this.add(changed, row, leaf, 1);
    }
    const trees = this.forest.roots.length - 1;
    return Float32Array.from(changed, (sum) => sum / trees);
  }

  /** The leaf that a row comes to in a tree, with another value in one of its columns. */
  private walk(
    way: number,
    onSplit?: (column: number) => void,
    otherColumn = -1,
    otherValue = NaN,
  ): number {
    const { roots, feature, threshold, missingLeft, left, right } = this.forest;
    const { rows, values, names: { length: width } } = this.matrix;
    const start = (way % rows) * width;
    let node = roots[Math.floor(way / rows)]!;
    let column = feature[node]!;
    while (column >= 0) {
      onSplit?.(column);
      const value = column === otherColumn ? otherValue : values[start + column]!;
      const goesLeft = value === value ? value <= threshold[node]! : missingLeft[node] === 1;
      node = goesLeft ? left[node]! : right[node]!;
      column = feature[node]!;
    }
    return node;
  }

  private add(sums: Float64Array, row: number, leaf: number, sign: number): void {
    const { outputs, leafStart, leafOutput, leafValue } = this.forest;
    for (let entry = leafStart[leaf]!; entry < leafStart[leaf + 1]!; entry++) {
      sums[row * outputs + leafOutput[entry]!]! += sign * leafValue[entry]!;
    }
  }
}
