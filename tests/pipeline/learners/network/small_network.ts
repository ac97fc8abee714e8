import { networkKernels } from "@/pipeline/learners/network/network_kernels.ts";
import { drawWeights } from "@/pipeline/learners/network/network_layers.ts";
import { NetworkMemory } from "@/pipeline/learners/network/network_memory.ts";
import { NetworkPasses } from "@/pipeline/learners/network/network_passes.ts";
import { type NetworkPlan, padded } from "@/pipeline/learners/network/network_plan.ts";
import { ThreadBarrier } from "@/pipeline/learners/network/thread_barrier.ts";
import { Random } from "@/pipeline/random.ts";

/** How many rows the batch of a {@linkcode smallNetwork} has. */
export const batchRows = 11;

/** A network of two hidden layers with a batch of random rows in it, and the passes over them. */
export function smallNetwork(
  changes: Partial<NetworkPlan> = {},
): { plan: NetworkPlan; memory: NetworkMemory; passes: NetworkPasses } {
  const plan: NetworkPlan = {
    inputs: 5,
    hidden: [9, 7],
    outputs: 3,
    activation: "gelu",
    batchNormalisation: false,
    dropout: 0,
    optimiser: "adam",
    weightDecay: 0,
    learningRate: 0.01,
    schedule: "constant",
    epochs: 1,
    patience: 1,
    batchSize: batchRows,
    classWeights: [1, 2, 0.5],
    trainRows: batchRows,
    validationRows: 0,
    seed: 1,
    ...changes,
  };
  // One batch of all rows, where training would take several smaller ones.
  const memory = new NetworkMemory({ ...plan, trainRows: 8 * batchRows, batchSize: batchRows }, 1);
  const random = new Random(7);
  drawWeights(memory.layers, random);
  const { values, codes } = memory.batch;
  for (let row = 0; row < batchRows; row++) {
    codes[row] = row % plan.outputs;
    for (let column = 0; column < plan.inputs; column++) {
      values[row * padded(plan.inputs) + column] = random.normal();
    }
  }
  const passes = new NetworkPasses(plan, memory.layers, {
    kernels: networkKernels(memory.memory),
    barrier: new ThreadBarrier(memory.barrier, 1),
    place: { thread: 0, threads: 1 },
    panel: memory.panels[0]!,
    alive: () => {},
  });
  return { plan, memory, passes };
}
