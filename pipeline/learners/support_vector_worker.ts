import { serveTeam } from "../worker_task.ts";
import type { CalibratedPair } from "./calibrated_pair.ts";
import { KernelRows } from "./kernel_rows.ts";
import { type PairWork, trainOnePair } from "./train_pairs.ts";

/** A team lives for one training, so that its pairs share the kernel rows. */
let rows: KernelRows | undefined;

serveTeam<PairWork, CalibratedPair>(({ training, pair, memory }, context) => {
  rows ??= new KernelRows(training.input, memory);
  return trainOnePair(rows, training, pair, context);
});
