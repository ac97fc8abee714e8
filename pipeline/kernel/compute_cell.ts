import type { CellResult } from "../cells/cell_kind.ts";
import { fileReferences, type Value } from "../cells/value.ts";
import type { Text } from "../problem.ts";
import { cancelled } from "../run_context.ts";
import type { CellExecution } from "./cell_record.ts";
import type { CellTask, Executor } from "./executor.ts";
import type { FairQueue } from "./fair_queue.ts";
import type { GraphCell } from "./graph.ts";
import type { Persistence, StoredResult } from "./persistence.ts";
import type { EventBody } from "./run_log.ts";

const goesOn: Text = {
  en: "goes on where an earlier run was cut off",
  zh: "从先前中断处继续",
};

/** What the execution of a cell makes use of. */
export interface CellServices {
  /** Who waits in the queue. */
  readonly owner: string;
  readonly persistence: Persistence;
  readonly executor: Executor;
  readonly queue: FairQueue;
  emit(event: EventBody): void;
  /** Is called when the turn has come. */
  onStart(): void;
}

/**
 * The task that computes `cell`, as the results stand now.
 *
 * @param resultOf The result of a cell that is read.
 */
export function taskOf(
  cell: GraphCell,
  resultOf: (id: string) => CellResult | undefined,
): CellTask {
  const { id, kind, params, seed, filesUsed } = cell;
  if (kind === undefined) throw new TypeError(`The cell "${id}" has no kind.`);
  const inputs: Record<string, Value> = {};
  for (const [port, source] of cell.wires) {
    const value = resultOf(source.cell)?.values[source.port];
    if (value === undefined) throw new TypeError(`The cell "${source.cell}" gave no value.`);
    inputs[port] = value;
  }
  const files = [...fileReferences(inputs), ...filesUsed];
  return {
    cell: id,
    kind: kind.kind,
    version: kind.version,
    params,
    inputs,
    seed,
    files: [...new Map(files.map((file) => [file.sha256, file])).values()],
  };
}

/**
 * Waits for a turn, computes a cell and keeps its result.
 *
 * @throws {HealerError} `run/cancelled`, what the executor throws, or what keeps the result from being kept
 */
export async function computeCell(
  task: CellTask,
  execution: CellExecution,
  services: CellServices,
): Promise<StoredResult> {
  const { key, signal } = execution;
  const release = await services.queue.acquire(services.owner, signal);
  let outcome;
  const begin = performance.now();
  try {
    if (signal.aborted) throw cancelled();
    execution.started = new Date().toISOString();
    services.onStart();
    services.emit({ type: "started", cell: task.cell, key });
    const checkpoints = services.persistence.checkpoints(key);
    if (checkpoints.names().length > 0) {
      services.emit({ type: "log", cell: task.cell, message: goesOn });
    }
    outcome = await services.executor.execute(task, {
      signal,
      checkpoints,
      onEvent: (event) => {
        for (const heard of execution.note(event)) services.emit({ ...heard, cell: task.cell });
      },
    });
  } finally {
    release();
  }
  await using kept = outcome;
  const seconds = (performance.now() - begin) / 1000;
  const stored = { result: kept.result, finished: new Date().toISOString(), seconds };
  await services.persistence.saveResult(key, stored, kept.files);
  return stored;
}
