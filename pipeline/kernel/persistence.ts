import * as z from "zod/mini";
import { cellResultSchema } from "../cells/cell_kind.ts";
import type { KeptCheckpoints } from "../checkpoint_files.ts";
import type { Unfinished } from "./cell_state.ts";
import type { NotebookEvent } from "./events.ts";
import type { ProducedFile } from "./executor.ts";

/** The result of a cell with the circumstances of its making; plain JSON. */
export const storedResultSchema = z.strictObject({
  result: cellResultSchema,
  /** When it was finished, ISO 8601. */
  finished: z.iso.datetime(),
  /** How long the cell ran. */
  seconds: z.number().check(z.nonnegative()),
});

export type StoredResult = Readonly<z.infer<typeof storedResultSchema>>;

/** How a run ends by itself. A run that was never ended counts as interrupted. */
export type RunOutcome = "finished" | "failed" | "cancelled";

/** A cell that has a result of what it is now. */
export interface StandingCell {
  readonly cell: string;
  readonly kind: string;
  readonly key: string;
  readonly params: unknown;
  readonly stored: StoredResult;
}

/** What the session of one notebook asks of the place where work is kept. */
export interface Persistence {
  /** The result under `key`, undefined unless all its files are there, too. */
  findResult(key: string): Promise<StoredResult | undefined>;
  /** Keeps a result, in place of an older one, and moves `files` in. Both are on the disk once it resolves. */
  saveResult(key: string, result: StoredResult, files: readonly ProducedFile[]): Promise<void>;
  /** Makes the file of that content readable at `target` (a link or a copy), where nothing is yet. */
  placeFile(sha256: string, target: string): Promise<void>;
  /** Cell → the key of the last result that a run of this notebook gave it. */
  lastKeys(): Promise<ReadonlyMap<string, string>>;
  /** Cell → how its last run ended, where it came to no result. */
  unfinishedRuns(): Promise<ReadonlyMap<string, Omit<Unfinished, "canContinue">>>;
  /** What unfinished work under `key` leaves; `saveResult` forgets it. */
  checkpoints(key: string): KeptCheckpoints;
  /** Opens the log of a new run and returns its id. */
  startRun(cells: readonly string[], revision: number): string;
  /** Appends to the log of a run. */
  appendEvent(run: string, event: NotebookEvent): void;
  /** @param standing The cells that have a result of what they are now, in the notebook's order. */
  endRun(run: string, outcome: RunOutcome, standing: readonly StandingCell[]): void;
}
