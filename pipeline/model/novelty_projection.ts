import { Arena } from "../learners/network/arena.ts";
import { networkKernels } from "../learners/network/network_kernels.ts";
import { writeScaled } from "./novelty_columns.ts";
import type { NoveltySpace } from "./novelty_space.ts";

/** What {@linkcode NoveltyProjection} finds for n rows. */
export interface ProjectedRows {
  /** n×k: how much speaks for each class, as logarithms of likelihoods up to a constant. */
  readonly likelihoods: Float32Array;
  /** n squared distances from the training rows. */
  readonly distances: Float32Array;
}

/** Rows multiplied at a time; a multiple of 4. */
const blockRows = 256;

/** Puts rows into a space, block by block through one matrix product; all memory is taken once. */
export class NoveltyProjection {
  private readonly classCount: number;
  private readonly size: number;
  private readonly stride: number;
  private readonly outputs: number;
  private readonly rows: Float32Array;
  private readonly axes: Float32Array;
  private readonly result: Float32Array;
  private readonly panel: Float32Array;
  private readonly kernels: ReturnType<typeof networkKernels>;

  constructor(private readonly space: NoveltySpace) {
    const { columns, constants, discriminants, directions } = space;
    this.classCount = constants.length;
    this.size = columns.length;
    this.stride = Math.ceil(this.size / 4) * 4;
    const axes = (discriminants.length + directions.length) / this.size;
    this.outputs = Math.ceil(axes / 8) * 8;
    const arena = new Arena();
    this.rows = arena.floats(blockRows * this.stride);
    this.axes = arena.floats(this.outputs * this.stride);
    this.result = arena.floats(blockRows * this.outputs);
    this.panel = arena.floats(8 * this.stride);
    this.kernels = networkKernels(arena.memory);
    for (let axis = 0; axis < axes; axis++) {
      const source = axis < this.classCount ? discriminants : directions;
      const start = (axis < this.classCount ? axis : axis - this.classCount) * this.size;
      this.axes.set(source.subarray(start, start + this.size), axis * this.stride);
    }
  }

  /** @param values n×`width` raw features, row-major */
  project(values: Float32Array, width: number, rows: number): ProjectedRows {
    const likelihoods = new Float32Array(rows * this.classCount);
    const distances = new Float32Array(rows);
    for (let first = 0; first < rows; first += blockRows) {
      const end = Math.min(rows, first + blockRows);
      writeScaled(this.space, values, width, first, end, this.rows, this.stride);
      this.multiply(end - first);
      this.read(first, end, likelihoods, distances);
    }
    return { likelihoods, distances };
  }

  private multiply(rows: number): void {
    const { stride, outputs } = this;
    this.kernels.multiply(
      this.rows.byteOffset,
      stride,
      1,
      this.axes.byteOffset,
      stride,
      true,
      0,
      this.result.byteOffset,
      outputs,
      Math.ceil(rows / 4) * 4,
      outputs,
      stride,
      this.panel.byteOffset,
    );
  }

  private read(
    first: number,
    end: number,
    likelihoods: Float32Array,
    distances: Float32Array,
  ): void {
    const { result, outputs, classCount, space: { constants, limits } } = this;
    for (let row = first, cell = 0; row < end; row++, cell += outputs) {
      for (let code = 0; code < classCount; code++) {
        likelihoods[row * classCount + code] = result[cell + code]! + constants[code]!;
      }
      let distance = 0;
      for (let direction = 0; direction < limits.length; direction++) {
        const excess = Math.abs(result[cell + classCount + direction]!) - limits[direction]!;
        if (excess > 0) distance += excess * excess;
      }
      distances[row] = distance;
    }
  }
}
