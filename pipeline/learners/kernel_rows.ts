import type { ClassOrder } from "./class_order.ts";
import type { Kernel } from "./kernel.ts";
import { supportVectorFallback } from "./support_vector_fallback.ts";
import { MemoryLayout, wasmKernel } from "./wasm_kernel.ts";

/** What `wasm/support_vectors.ts` offers; its comments say what each number means. */
export interface SupportVectorPasses {
  radialRow(query: number, others: number, count: number, width: number, result: number): void;
  polynomialRow(
    query: number,
    others: number,
    count: number,
    width: number,
    result: number,
    constant: number,
    degree: number,
  ): void;
  stepErrors(
    errors: number,
    barredUp: number,
    barredDown: number,
    first: number,
    second: number,
    count: number,
    step: number,
    offset: number,
    found: number,
  ): void;
  bestPartner(
    errors: number,
    barredDown: number,
    diagonal: number,
    similar: number,
    count: number,
    error: number,
    ownDiagonal: number,
    offset: number,
    found: number,
  ): void;
}

const makeKernel = wasmKernel<SupportVectorPasses>(
  "support_vectors",
  ["radialRow", "polynomialRow", "stepErrors", "bestPartner"],
  supportVectorFallback,
);

/** Training rows as {@linkcode KernelRows} takes them; threads may share `values`. */
export interface KernelInput {
  readonly kernel: Kernel;
  /** n×width float32 row-major, scaled so that gamma is gone; the rows of each class stand together. */
  readonly values: SharedArrayBuffer;
  /** The columns and up to three of zeros: a multiple of 4. */
  readonly width: number;
  /** The rows of class c are `starts[c]` up to `starts[c + 1]`. */
  readonly starts: Int32Array;
}

/** The rows at `order` out of n×d centred ones, made ready for the kernel. */
export function kernelInput(
  kernel: Kernel,
  rows: Float64Array,
  columns: number,
  { order, starts }: ClassOrder,
): KernelInput {
  const width = Math.ceil(columns / 4) * 4;
  const shared = new SharedArrayBuffer(order.length * width * 4);
  const values = new Float32Array(shared);
  // exp(−gamma·|x − s|²) is 2 to the power of −|x' − s'|², the base that binary numbers are good at.
  const scale = Math.sqrt(kernel.kind === "rbf" ? kernel.gamma * Math.LOG2E : kernel.gamma);
  for (const [position, row] of order.entries()) {
    for (let column = 0; column < columns; column++) {
      values[position * width + column] = scale * rows[row * columns + column]!;
    }
  }
  return { kernel, values: shared, width, starts };
}

/** The space of the rows kept, in bytes. */
export const cacheBytes = 2 ** 28;

/**
 * The kernel of every training row with those of every class, in float32, computed when it is first asked
 * for; the rows used last are kept. All of it lies in one WebAssembly memory, together with what the solver
 * keeps for each row of a pair of classes.
 */
export class KernelRows {
  readonly passes: SupportVectorPasses;
  readonly starts: Int32Array;
  /** The kernel of each row with itself. */
  readonly diagonal: Float32Array;
  /** Room for one float64 a row. */
  readonly errors: Float64Array;
  readonly barredUp: Float64Array;
  readonly barredDown: Float64Array;
  /** Where the passes write what they have found. */
  readonly found: Float64Array;

  private readonly kernel: Kernel;
  private readonly width: number;
  private readonly rowCount: number;
  private readonly inputStart: number;
  private readonly firstSlot: number;
  private readonly slotCount: number;
  private readonly slots: Float32Array;
  /** Which slot a row has, the one used longest ago first. */
  private readonly slotOf = new Map<number, number>();
  /** slots×classes: 1 where the kernel with that class has been computed. */
  private readonly isComputed: Uint8Array;

  constructor({ kernel, values, width, starts }: KernelInput, memory = cacheBytes) {
    const rows = starts.at(-1)!;
    const slots = Math.min(rows, Math.max(4, Math.floor(memory / (rows * 4))));
    const layout = new MemoryLayout();
    const found = layout.take(3 * 8);
    const errors = layout.take(rows * 8);
    const barredUp = layout.take(rows * 8);
    const barredDown = layout.take(rows * 8);
    const diagonal = layout.take(rows * 4);
    // The passes read up to three rows beyond the last.
    const input = layout.take((rows + 3) * width * 4);
    const firstSlot = layout.take(slots * rows * 4);
    const { functions, buffer } = makeKernel(layout.bytes);
    this.passes = functions;
    this.starts = starts;
    this.kernel = kernel;
    this.width = width;
    this.rowCount = rows;
    this.inputStart = input;
    this.firstSlot = firstSlot;
    this.slotCount = slots;
    this.isComputed = new Uint8Array(slots * (starts.length - 1));
    this.found = new Float64Array(buffer, found, 3);
    this.errors = new Float64Array(buffer, errors, rows);
    this.barredUp = new Float64Array(buffer, barredUp, rows);
    this.barredDown = new Float64Array(buffer, barredDown, rows);
    this.diagonal = new Float32Array(buffer, diagonal, rows);
    this.slots = new Float32Array(buffer, firstSlot, slots * rows);
    new Float32Array(buffer, input, rows * width).set(new Float32Array(values));
    for (let row = 0; row < rows; row++) this.compute(row, row, 1, diagonal + row * 4);
  }

  /** Where the kernel of a row with the rows of a class lies: float32, one after the other. */
  pointerTo(row: number, code: number): number {
    const slot = this.slotFor(row);
    const start = this.starts[code]!;
    const pointer = this.firstSlot + (slot * this.rowCount + start) * 4;
    const cell = slot * (this.starts.length - 1) + code;
    if (this.isComputed[cell] === 0) {
      this.compute(row, start, this.starts[code + 1]! - start, pointer);
      this.isComputed[cell] = 1;
    }
    return pointer;
  }

  /** The number at a place that {@linkcode pointerTo} has given, `index` further. */
  valueAt(pointer: number, index: number): number {
    return this.slots[(pointer - this.firstSlot) / 4 + index]!;
  }

  private slotFor(row: number): number {
    const known = this.slotOf.get(row);
    if (known !== undefined) {
      if (this.slotCount < this.rowCount) {
        this.slotOf.delete(row);
        this.slotOf.set(row, known);
      }
      return known;
    }
    let slot = this.slotOf.size;
    if (slot === this.slotCount) {
      const [oldest, freed] = this.slotOf.entries().next().value!;
      this.slotOf.delete(oldest);
      slot = freed;
      const classes = this.starts.length - 1;
      this.isComputed.fill(0, slot * classes, (slot + 1) * classes);
    }
    this.slotOf.set(row, slot);
    return slot;
  }

  private compute(row: number, start: number, count: number, result: number): void {
    const { kernel, width } = this;
    const query = this.inputStart + row * width * 4;
    const others = this.inputStart + start * width * 4;
    if (kernel.kind === "rbf") {
      this.passes.radialRow(query, others, count, width, result);
    } else {
      const { constant, degree } = kernel.kind === "linear" ? { constant: 0, degree: 1 } : kernel;
      this.passes.polynomialRow(query, others, count, width, result, constant, degree);
    }
  }
}
