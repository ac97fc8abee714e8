import { Random } from "../../random.ts";
import { applyGelu, leakOf } from "./activation.ts";
import {
  denormaliseDeltas,
  measureBatch,
  normalisationGradients,
  normaliseBatch,
  normaliseRunning,
} from "./batch_normalisation.ts";
import type { NetworkKernels } from "./network_kernels.ts";
import type { NetworkLayer, Trained } from "./network_layers.ts";
import {
  lanes,
  type NetworkPlan,
  padded,
  type Share,
  shareOf,
  type ThreadPlace,
} from "./network_plan.ts";
import type { ThreadBarrier } from "./thread_barrier.ts";

/** Rows of the kernels' blocks. */
export const rowLanes = 4;

/** One multiplication of the kernels takes at most so many products, some 50 ms, before progress is told. */
const mostProducts = 2 ** 29;
/** Below so many, telling would cost more than it is worth. */
const fewProducts = 2 ** 24;

/** What the passes of one thread work with. */
export interface PassesTools {
  readonly kernels: NetworkKernels;
  readonly barrier: ThreadBarrier;
  readonly place: ThreadPlace;
  /** Work space for the kernels, of this thread alone. */
  readonly panel: Float32Array;
  /** Called at least every 100 ms. */
  alive(): void;
}

/**
 * The passes of a training step, one thread's part of them: its share of the batch's rows on the way forward
 * and back, its share of the weights in the update. Every number is computed from the same ones in the same
 * order whatever the number of threads.
 */
export class NetworkPasses {
  private steps = 0;

  constructor(
    private readonly plan: NetworkPlan,
    private readonly layers: readonly NetworkLayer[],
    private readonly tools: PassesTools,
  ) {}

  /**
   * Leaves the scores of this thread's `rows` in the output of the last layer.
   *
   * @param input rows×padded columns
   * @param batch the number of rows of the training step, with a seed for what dropout leaves out; absent
   * outside training steps
   */
  forward(input: Float32Array, rows: Share, batch?: { rows: number; seed: number }): void {
    const { dropout } = this.plan;
    let given = input;
    for (const [index, layer] of this.layers.entries()) {
      this.weightedSums(given, layer, rows);
      if (layer.normalisation) this.normalise(layer, rows, batch?.rows);
      if (layer.slope.length > 0) {
        this.activate(layer, rows);
        if (batch && dropout > 0) this.dropOut(layer, rows, batch.seed + index);
      }
      given = layer.output;
    }
  }

  /**
   * Puts the weighted cross-entropy of this thread's `rows` into `losses`, from `first` on, and leaves the
   * derivatives of its mean over `batch` rows in the last layer; without `batch` the losses alone.
   */
  loss(codes: Int32Array, rows: Share, losses: Float64Array, first: number, batch?: number): void {
    const { output: scores, delta, outputs } = this.layers.at(-1)!;
    const width = padded(outputs);
    for (let row = rows.from; row < rows.to; row++) {
      const start = row * width;
      const truth = codes[first + row]!;
      const weight = this.plan.classWeights[truth]!;
      let highest = -Infinity;
      for (let code = 0; code < outputs; code++) {
        if (scores[start + code]! > highest) highest = scores[start + code]!;
      }
      let sum = 0;
      for (let code = 0; code < outputs; code++) sum += Math.exp(scores[start + code]! - highest);
      losses[first + row] = weight * (Math.log(sum) + highest - scores[start + truth]!);
      if (batch === undefined) continue;
      for (let code = 0; code < outputs; code++) {
        const probability = Math.exp(scores[start + code]! - highest) / sum;
        delta[start + code] = weight * (probability - (code === truth ? 1 : 0)) / batch;
      }
    }
  }

  /** Leaves the derivatives of the loss by the sums of all layers, for this thread's of the `batch` rows. */
  backward(rows: Share, batch: number): void {
    for (let index = this.layers.length - 1; index > 0; index--) {
      const above = this.layers[index]!, layer = this.layers[index - 1]!;
      const width = padded(layer.outputs), aboveWidth = padded(above.outputs);
      const { delta, slope } = layer;
      this.multiply(
        address(above.delta, rows.from * aboveWidth),
        aboveWidth,
        1,
        address(above.weights.values),
        aboveWidth,
        true,
        0,
        address(delta, rows.from * width),
        width,
        rows.to - rows.from,
        width,
        above.outputs,
      );
      const from = rows.from * width, count = (rows.to - rows.from) * width;
      this.tools.kernels.scale(address(delta, from), address(slope, from), count);
      if (!layer.normalisation) continue;
      this.tools.barrier.wait();
      normalisationGradients(layer.normalisation, delta, batch, this.unitsOf(layer));
      this.tools.barrier.wait();
      denormaliseDeltas(layer.normalisation, delta, batch, rows);
    }
  }

  /** Moves this thread's share of all weights against their gradient over the `batch` rows of `input`. */
  update(input: Float32Array, batch: number, learningRate: number): void {
    this.steps++;
    let given = input;
    for (const layer of this.layers) {
      const width = padded(layer.outputs), givenWidth = padded(layer.inputs);
      const own = shareOf(givenWidth, rowLanes, this.tools.place);
      this.multiply(
        address(given, own.from),
        1,
        givenWidth,
        address(layer.delta),
        width,
        false,
        0,
        address(layer.weights.gradient, own.from * width),
        width,
        own.to - own.from,
        width,
        batch,
      );
      this.step(layer.weights, { from: own.from * width, to: own.to * width }, learningRate);
      const units = this.unitsOf(layer);
      biasGradients(layer, batch, units);
      this.step(layer.bias, units, learningRate);
      if (layer.normalisation) {
        this.step(layer.normalisation.scale, units, learningRate);
        this.step(layer.normalisation.shift, units, learningRate);
      }
      given = layer.output;
    }
  }

  private weightedSums(given: Float32Array, layer: NetworkLayer, rows: Share): void {
    const width = padded(layer.outputs), givenWidth = padded(layer.inputs);
    this.multiply(
      address(given, rows.from * givenWidth),
      givenWidth,
      1,
      address(layer.weights.values),
      width,
      false,
      address(layer.bias.values),
      address(layer.output, rows.from * width),
      width,
      rows.to - rows.from,
      width,
      layer.inputs,
    );
  }

  private normalise(layer: NetworkLayer, rows: Share, batch: number | undefined): void {
    const { normalisation, output } = layer;
    if (normalisation === undefined) return;
    if (batch === undefined) return normaliseRunning(normalisation, output, rows);
    this.tools.barrier.wait();
    // The first batches count evenly, later ones by a tenth.
    const momentum = Math.max(0.1, 1 / (this.steps + 1));
    measureBatch(normalisation, output, batch, this.unitsOf(layer), momentum);
    this.tools.barrier.wait();
    normaliseBatch(normalisation, output, rows);
  }

  private activate({ output, slope, outputs }: NetworkLayer, rows: Share): void {
    const { activation } = this.plan;
    const width = padded(outputs);
    const from = rows.from * width, to = rows.to * width;
    if (activation === "gelu") return applyGelu(output, slope, from, to);
    const [values, slopes] = [address(output, from), address(slope, from)];
    this.tools.kernels.rectify(values, slopes, to - from, leakOf(activation));
  }

  /** Leaves out units at random, anew for each row; the others count the more. */
  private dropOut({ output, slope, outputs }: NetworkLayer, rows: Share, seed: number): void {
    const { dropout } = this.plan;
    const width = padded(outputs);
    const kept = 1 / (1 - dropout), lowest = dropout * 65536;
    for (let row = rows.from; row < rows.to; row++) {
      const random = new Random(Math.imul(row + 1, 0x9e3779b1) ^ seed);
      let bits = 0;
      for (let unit = 0, cell = row * width; unit < outputs; unit++, cell++) {
        bits = unit % 2 === 0 ? random.uint32() : bits >>> 16; // half of a number is enough
        const factor = (bits & 0xffff) < lowest ? 0 : kept;
        output[cell]! *= factor;
        slope[cell]! *= factor;
      }
    }
  }

  private unitsOf(layer: NetworkLayer): Share {
    return shareOf(padded(layer.outputs), lanes, this.tools.place);
  }

  private step(trained: Trained, { from, to }: Share, learningRate: number): void {
    const { optimiser, weightDecay } = this.plan;
    const decay = trained.decays ? weightDecay : 0;
    this.tools.kernels.step(
      address(trained.values, from),
      address(trained.gradient, from),
      address(trained.first, from),
      address(trained.second, from),
      to - from,
      beta1,
      beta2,
      optimiser === "adam" ? decay : 0,
      optimiser === "adamw" ? learningRate * decay : 0,
      learningRate / (1 - beta1 ** this.steps),
      1 / Math.sqrt(1 - beta2 ** this.steps),
      1e-8,
    );
  }

  /** `multiply` of the kernels in parts that leave time to tell progress; m may be any number of rows. */
  private multiply(
    a: number,
    aRow: number,
    aStep: number,
    b: number,
    bStride: number,
    isTransposed: boolean,
    bias: number,
    c: number,
    cStride: number,
    m: number,
    n: number,
    k: number,
  ): void {
    if (m <= 0) return;
    const { kernels, panel, alive } = this.tools;
    const rows = Math.ceil(m / rowLanes) * rowLanes;
    const part = Math.max(1, Math.floor(mostProducts / (rows * k * lanes))) * lanes;
    for (let column = 0; column < n; column += part) {
      const columns = Math.min(part, n - column);
      kernels.multiply(
        a,
        aRow,
        aStep,
        b + 4 * column * (isTransposed ? bStride : 1),
        bStride,
        isTransposed,
        bias === 0 ? 0 : bias + 4 * column,
        c + 4 * column,
        cStride,
        rows,
        columns,
        k,
        address(panel),
      );
      if (rows * columns * k > fewProducts) alive();
    }
  }
}

/** How quickly Adam forgets gradients and their squares. */
const beta1 = 0.9, beta2 = 0.999;

/** Where the numbers of `values` from `index` on lie in memory. */
function address(values: Float32Array, index = 0): number {
  return values.byteOffset + 4 * index;
}

function biasGradients({ bias, delta }: NetworkLayer, batch: number, units: Share): void {
  const width = bias.gradient.length;
  for (let unit = units.from; unit < units.to; unit++) {
    let sum = 0;
    for (let cell = unit, row = 0; row < batch; row++, cell += width) sum += delta[cell]!;
    bias.gradient[unit] = sum;
  }
}
