import { Arena } from "./arena.ts";
import { allocateLayers, type NetworkLayer } from "./network_layers.ts";
import { largestBatch, type NetworkPlan, padded } from "./network_plan.ts";

/** Rows as the kernels read them. */
export interface NetworkRows {
  /** rows×padded columns, standardised, 0 for a hole, with some empty rows behind the last. */
  readonly values: Float32Array;
  /** The class of each row. */
  readonly codes: Int32Array;
}

/** All that training works on, in one memory that its threads share. */
export class NetworkMemory {
  readonly layers: readonly NetworkLayer[];
  readonly train: NetworkRows;
  readonly validation: NetworkRows;
  /** The rows of the training step at hand, and the loss of each. */
  readonly batch: NetworkRows & { readonly losses: Float64Array };
  readonly validationLosses: Float64Array;
  /** For a `ThreadBarrier`. */
  readonly barrier: Int32Array;
  /** Work space for the kernels, for each thread. */
  readonly panels: readonly Float32Array[];
  /** To be sent to the other threads, which build the same on it. */
  readonly memory: WebAssembly.Memory;

  constructor(plan: NetworkPlan, threads: number, memory?: WebAssembly.Memory) {
    const arena = new Arena(memory);
    const batch = wholeBlocks(largestBatch(plan));
    const rows = (count: number): NetworkRows => ({
      values: arena.floats(wholeBlocks(count) * padded(plan.inputs)),
      codes: arena.integers(count),
    });
    this.barrier = arena.integers(3);
    this.train = rows(plan.trainRows);
    this.validation = rows(plan.validationRows);
    this.batch = { ...rows(batch), losses: arena.doubles(batch) };
    this.validationLosses = arena.doubles(plan.validationRows);
    this.layers = allocateLayers(plan, arena, batch);
    const longest = Math.max(batch, plan.inputs, ...plan.hidden, plan.outputs);
    this.panels = Array.from({ length: threads }, () => arena.floats(longest * 8));
    this.memory = arena.memory;
  }
}

/** The kernels write rows in blocks of four. */
function wholeBlocks(rows: number): number {
  return Math.ceil(rows / 4) * 4;
}
