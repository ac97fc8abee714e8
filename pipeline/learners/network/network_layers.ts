import type { Random } from "../../random.ts";
import type { Arena } from "./arena.ts";
import { type NetworkPlan, padded } from "./network_plan.ts";

/** A row of numbers that training moves, with all that Adam keeps of it. */
export interface Trained {
  readonly values: Float32Array;
  readonly gradient: Float32Array;
  readonly first: Float32Array;
  readonly second: Float32Array;
  /** Whether weight decay pulls it to 0. */
  readonly decays: boolean;
}

/** What batch normalisation needs in one layer; widths are those of the layer's outputs, padded. */
export interface Normalisation {
  readonly scale: Trained;
  readonly shift: Trained;
  /** Running means and variances, for rows outside training steps. */
  readonly mean: Float32Array;
  readonly variance: Float32Array;
  /** Of the batch at hand: the mean of each unit, and 1/√(variance + ε). */
  readonly batchMean: Float32Array;
  readonly factor: Float32Array;
  /** batch×width: the normalised sums of the batch at hand. */
  readonly normal: Float32Array;
}

/** One layer of a network in memory; matrices are row-major with padded widths. */
export interface NetworkLayer {
  readonly inputs: number;
  readonly outputs: number;
  /** inputs×outputs */
  readonly weights: Trained;
  readonly bias: Trained;
  readonly normalisation: Normalisation | undefined;
  /** batch×outputs: what the layer gives. */
  readonly output: Float32Array;
  /** batch×outputs: the derivative of each output by its sum; nothing for the last layer. */
  readonly slope: Float32Array;
  /** batch×outputs: the derivative of the loss by each sum. */
  readonly delta: Float32Array;
}

/** The layers of a network for batches of up to `batch` rows, a multiple of 4. */
export function allocateLayers(plan: NetworkPlan, arena: Arena, batch: number): NetworkLayer[] {
  const widths = [plan.inputs, ...plan.hidden, plan.outputs];
  const trained = (count: number, decays = false): Trained => ({
    values: arena.floats(count),
    gradient: arena.floats(count),
    first: arena.floats(count),
    second: arena.floats(count),
    decays,
  });
  return widths.slice(1).map((outputs, index) => {
    const inputs = widths[index]!;
    const width = padded(outputs);
    const isHidden = index < plan.hidden.length;
    return {
      inputs,
      outputs,
      weights: trained(padded(inputs) * width, true),
      bias: trained(width),
      normalisation: isHidden && plan.batchNormalisation
        ? {
          scale: trained(width),
          shift: trained(width),
          mean: arena.floats(width),
          variance: arena.floats(width),
          batchMean: arena.floats(width),
          factor: arena.floats(width),
          normal: arena.floats(batch * width),
        }
        : undefined,
      output: arena.floats(batch * width),
      slope: arena.floats(isHidden ? batch * width : 0),
      delta: arena.floats(batch * width),
    };
  });
}

/**
 * Draws the weights from normal distributions whose variance keeps signals of one size from layer to layer
 * (He et al., "Delving deep into rectifiers", 2015; half of that for the last layer, which has no activation).
 */
export function drawWeights(layers: readonly NetworkLayer[], random: Random): void {
  for (const [index, { inputs, outputs, weights, normalisation }] of layers.entries()) {
    const width = padded(outputs);
    const deviation = Math.sqrt((index === layers.length - 1 ? 1 : 2) / inputs);
    for (let row = 0; row < inputs; row++) {
      for (let column = 0; column < outputs; column++) {
        weights.values[row * width + column] = deviation * random.normal();
      }
    }
    normalisation?.scale.values.fill(1);
  }
}

/** All that is moved by training, for a snapshot. */
export function stateOf(layers: readonly NetworkLayer[]): Float32Array[] {
  return layers.flatMap(({ weights, bias, normalisation }) => [
    weights.values,
    bias.values,
    ...(normalisation
      ? [
        normalisation.scale.values,
        normalisation.shift.values,
        normalisation.mean,
        normalisation.variance,
      ]
      : []),
  ]);
}
