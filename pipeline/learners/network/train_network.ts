import { Random } from "../../random.ts";
import { networkKernels } from "./network_kernels.ts";
import { stateOf } from "./network_layers.ts";
import type { NetworkMemory, NetworkRows } from "./network_memory.ts";
import { NetworkPasses, rowLanes } from "./network_passes.ts";
import {
  type NetworkPlan,
  padded,
  shareOf,
  stepsPerEpoch,
  type ThreadPlace,
} from "./network_plan.ts";
import { ThreadBarrier } from "./thread_barrier.ts";

/** The course of a training, one number an epoch. */
export interface LossCurves {
  /** The mean loss of the training rows, each as it was when its step was taken. */
  readonly train: number[];
  /** The mean loss of the rows held out; empty where there are none. */
  readonly validation: number[];
  /** The epoch, from 0, whose weights were kept. */
  bestEpoch: number;
}

/** What the first thread tells while it trains. */
export interface TrainingListener {
  /** Throws to end the training. */
  progress(fraction: number): void;
  epoch(curves: LossCurves): void;
}

/**
 * Trains the network that lies in `memory`, the best weights being left there. All threads run this side by
 * side, each on its part: they meet at barriers, and whatever decides how it goes on is computed by each of
 * them from the same numbers.
 */
export function trainNetwork(
  plan: NetworkPlan,
  memory: NetworkMemory,
  place: ThreadPlace,
  listener: TrainingListener,
): LossCurves {
  const barrier = new ThreadBarrier(memory.barrier, place.threads);
  let done = 0;
  const passes = new NetworkPasses(plan, memory.layers, {
    kernels: networkKernels(memory.memory),
    barrier,
    place,
    panel: memory.panels[place.thread]!,
    alive: () => listener.progress(done),
  });
  const random = new Random(plan.seed);
  const order = Int32Array.from({ length: plan.trainRows }, (_, row) => row);
  const steps = stepsPerEpoch(plan);
  const curves: LossCurves = { train: [], validation: [], bestEpoch: 0 };
  const best = new BestWeights(memory, place);

  const takeStep = (epoch: number, step: number): number => {
    done = (epoch + step / steps) / plan.epochs;
    listener.progress(done);
    const from = Math.floor(step * order.length / steps);
    const size = Math.floor((step + 1) * order.length / steps) - from;
    const rows = shareOf(size, rowLanes, place);
    const { values, codes, losses } = memory.batch;
    gather(memory.train, order, from, rows, memory.batch);
    passes.forward(values, rows, { rows: size, seed: random.uint32() });
    passes.loss(codes, rows, losses, 0, size);
    passes.backward(rows, size);
    barrier.wait();
    const loss = sum(losses, size);
    passes.update(values, size, rateAt(plan, done));
    barrier.wait();
    return loss;
  };

  const validationWeight = totalWeight(plan, memory.validation.codes);
  const validate = (): number => {
    const { values, codes } = memory.validation;
    const width = padded(plan.inputs), block = memory.batch.codes.length;
    for (let first = 0; first < codes.length; first += block) {
      const rows = shareOf(Math.min(block, codes.length - first), rowLanes, place);
      passes.forward(values.subarray(first * width), rows);
      passes.loss(codes, rows, memory.validationLosses, first);
      listener.progress(done);
    }
    barrier.wait();
    return sum(memory.validationLosses, codes.length) / validationWeight;
  };

  for (let epoch = 0; epoch < plan.epochs; epoch++) {
    random.shuffle(order);
    let loss = 0;
    for (let step = 0; step < steps; step++) loss += takeStep(epoch, step);
    curves.train.push(loss / plan.trainRows);
    if (plan.validationRows === 0) {
      curves.bestEpoch = epoch;
    } else {
      const validationLoss = validate();
      curves.validation.push(validationLoss);
      if (epoch === 0 || validationLoss < curves.validation[curves.bestEpoch]!) {
        curves.bestEpoch = epoch;
        best.keep();
      }
    }
    listener.epoch(curves);
    if (epoch - curves.bestEpoch >= plan.patience) break;
  }
  barrier.wait();
  best.putBack();
  return curves;
}

/** Puts the training rows at some places of `order` into the batch. */
function gather(
  { values, codes }: NetworkRows,
  order: Int32Array,
  first: number,
  { from, to }: { readonly from: number; readonly to: number },
  batch: NetworkRows,
): void {
  const width = values.length === 0 ? 0 : batch.values.length / batch.codes.length;
  for (let row = from; row < to; row++) {
    const origin = order[first + row]!;
    batch.values.set(values.subarray(origin * width, (origin + 1) * width), row * width);
    batch.codes[row] = codes[origin]!;
  }
}

function rateAt({ schedule, learningRate }: NetworkPlan, done: number): number {
  return schedule === "cosine" ? learningRate * (1 + Math.cos(Math.PI * done)) / 2 : learningRate;
}

function totalWeight({ classWeights }: NetworkPlan, codes: Int32Array): number {
  return codes.reduce((total, code) => total + classWeights[code]!, 0);
}

function sum(values: Float64Array, count: number): number {
  let total = 0;
  for (let index = 0; index < count; index++) total += values[index]!;
  return total;
}

/** A copy of the weights as they were after one epoch; only the first thread keeps it. */
class BestWeights {
  private readonly state: readonly Float32Array[];
  private copy: Float32Array[] | undefined;

  constructor(memory: NetworkMemory, { thread }: ThreadPlace) {
    this.state = thread === 0 ? stateOf(memory.layers) : [];
  }

  keep(): void {
    this.copy ??= this.state.map((values) => new Float32Array(values.length));
    for (const [index, values] of this.state.entries()) this.copy[index]!.set(values);
  }

  putBack(): void {
    this.copy?.forEach((values, index) => this.state[index]!.set(values));
  }
}
