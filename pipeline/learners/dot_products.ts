import { MemoryLayout, wasmKernel } from "./wasm_kernel.ts";

/** What `wasm/dot_products.ts` offers; its comments say what each number means. */
export interface DotProductsKernel {
  dotProducts(
    rows: number,
    count: number,
    table: number,
    others: number,
    width: number,
    result: number,
  ): void;
}

const makeKernel = wasmKernel<DotProductsKernel>(
  "dot_products",
  ["dotProducts"],
  dotProductsFallback,
);

/** What the kernel does, to the last bit, for processors without SIMD. */
export function dotProductsFallback(buffer: ArrayBufferLike): DotProductsKernel {
  const numbers = new Float64Array(buffer);
  return {
    dotProducts: (rows, count, table, others, width, result) => {
      for (let row = 0; row < count; row++) {
        for (let other = 0; other < others; other++) {
          const x = rows / 8 + row * width, y = table / 8 + other * width;
          let even = 0, odd = 0;
          for (let column = 0; column < width; column += 2) {
            even += numbers[x + column]! * numbers[y + column]!;
            odd += numbers[x + column + 1]! * numbers[y + column + 1]!;
          }
          numbers[result / 8 + row * others + other] = even + odd;
        }
      }
    },
  };
}

/** The most rows multiplied at a time. */
export const blockRows = 64;

/** Products of rows with the rows of one table, in float64; each the same whatever stands beside it. */
export class DotProducts {
  /** How many numbers each row of the result has: the rows of the table and up to three zeros. */
  readonly stride: number;
  private readonly width: number;
  private readonly paddedWidth: number;
  private readonly kernel: ReturnType<typeof makeKernel>;
  private readonly rowsAt: number;
  private readonly tableAt: number;
  private readonly rows: Float64Array;
  private readonly result: Float64Array;

  /** @param table m×width row-major */
  constructor(table: Float64Array, width: number) {
    const count = table.length / width;
    this.width = width;
    this.stride = Math.ceil(count / 4) * 4;
    this.paddedWidth = Math.ceil(width / 2) * 2;
    const layout = new MemoryLayout();
    this.rowsAt = layout.take(blockRows * this.paddedWidth * 8);
    this.tableAt = layout.take(this.stride * this.paddedWidth * 8);
    const resultAt = layout.take(blockRows * this.stride * 8);
    this.kernel = makeKernel(layout.bytes);
    const { buffer } = this.kernel;
    this.rows = new Float64Array(buffer, this.rowsAt, blockRows * this.paddedWidth);
    this.result = new Float64Array(buffer, resultAt, blockRows * this.stride);
    const padded = new Float64Array(buffer, this.tableAt, this.stride * this.paddedWidth);
    copyRows(table, width, padded, this.paddedWidth);
  }

  /**
   * @param rows n×width row-major, at most {@linkcode blockRows} rows
   * @returns n×stride row-major, valid until the next call
   */
  with(rows: Float64Array): Float64Array {
    const count = rows.length / this.width;
    copyRows(rows, this.width, this.rows, this.paddedWidth);
    this.kernel.functions.dotProducts(
      this.rowsAt,
      Math.ceil(count / 2) * 2,
      this.tableAt,
      this.stride,
      this.paddedWidth,
      this.result.byteOffset,
    );
    return this.result.subarray(0, count * this.stride);
  }
}

function copyRows(
  source: Float64Array,
  width: number,
  target: Float64Array,
  paddedWidth: number,
): void {
  if (width === paddedWidth) {
    target.set(source);
    return;
  }
  for (let from = 0, to = 0; from < source.length; from += width, to += paddedWidth) {
    target.set(source.subarray(from, from + width), to);
  }
}
