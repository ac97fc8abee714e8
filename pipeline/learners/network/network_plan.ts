import type { Activation } from "./activation.ts";

/** Everything that says how a network is trained: plain data, the same for every thread. */
export interface NetworkPlan {
  /** The number of columns. */
  readonly inputs: number;
  /** The units of each hidden layer. */
  readonly hidden: readonly number[];
  /** The number of classes, each with training rows. */
  readonly outputs: number;
  readonly activation: Activation;
  readonly batchNormalisation: boolean;
  /** The share of hidden units that is left out of each row's training step, below 1. */
  readonly dropout: number;
  readonly optimiser: "adam" | "adamw";
  readonly weightDecay: number;
  readonly learningRate: number;
  /** The learning rate stays, or falls to 0 along half a cosine over all epochs. */
  readonly schedule: "constant" | "cosine";
  readonly epochs: number;
  /** Training ends after so many epochs without a lower validation loss. */
  readonly patience: number;
  /** The most rows of a training step. */
  readonly batchSize: number;
  /** How much a row of each class counts; the mean over the training rows is 1. */
  readonly classWeights: readonly number[];
  readonly trainRows: number;
  /** 0 where no rows are held out: then all epochs run and the last one counts. */
  readonly validationRows: number;
  readonly seed: number;
}

/** Widths in memory are multiples of this, filled up with zeros that stay zeros. */
export const lanes = 8;

/** `width` rounded up to a multiple of {@linkcode lanes}. */
export function padded(width: number): number {
  return Math.ceil(width / lanes) * lanes;
}

/** How many training steps make an epoch: at least eight where there are rows enough for batches of four. */
export function stepsPerEpoch({ trainRows, batchSize }: NetworkPlan): number {
  return Math.max(Math.ceil(trainRows / batchSize), Math.min(8, Math.floor(trainRows / 4)), 1);
}

/** The most rows of a training step in truth: steps share the rows evenly. */
export function largestBatch(plan: NetworkPlan): number {
  return Math.ceil(plan.trainRows / stepsPerEpoch(plan));
}

/** The things [from, to) of a row of things. */
export interface Share {
  readonly from: number;
  readonly to: number;
}

/** Which of how many threads this is. */
export interface ThreadPlace {
  readonly thread: number;
  readonly threads: number;
}

/** What of `count` things, in units of `unit`, falls to a thread. */
export function shareOf(count: number, unit: number, { thread, threads }: ThreadPlace): Share {
  const units = Math.ceil(count / unit);
  return {
    from: Math.min(count, Math.floor(units * thread / threads) * unit),
    to: Math.min(count, Math.floor(units * (thread + 1) / threads) * unit),
  };
}
