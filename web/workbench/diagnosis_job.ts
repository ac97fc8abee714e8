import { z } from "zod";
import { type DiagnosisHead, diagnosisHeadSchema } from "@/pipeline/diagnosis/findings.ts";
import { verdictCountsSchema } from "@/pipeline/diagnosis/findings.ts";
import type { TaskEvent } from "@/pipeline/kernel/executor.ts";
import { RemainingTime } from "@/pipeline/kernel/remaining_time.ts";
import type { DiagnosisProgress } from "../diagnosis_schema.ts";

/** What the diagnosing cell tells before its end. */
const partialSchema = z.object({
  rows: z.int(),
  counts: z.array(z.object({ fault: z.string(), rows: z.int() })),
  verdicts: z.nullable(verdictCountsSchema),
  unread: z.int(),
  withWarnings: z.int(),
  /** Is told once. */
  head: z.optional(diagnosisHeadSchema),
});

/** The numbers of a diagnosis so far. */
export type DiagnosisSoFar = Omit<z.infer<typeof partialSchema>, "head">;

/** One diagnosis under way: how far it is, and what is known of it already. */
export class DiagnosisJob {
  soFar: DiagnosisSoFar | undefined;
  head: DiagnosisHead | null = null;
  /** Resolves once it has ended, however. */
  ended: Promise<void> = Promise.resolve();
  private fraction = 0;
  private remaining: number | undefined;
  private firstRows: { readonly rows: number; readonly time: number } | undefined;
  private readonly remainingTime = new RemainingTime();
  private readonly controller = new AbortController();

  /** Ends the work. */
  readonly signal: AbortSignal;

  /** @param closing Ends all work. */
  constructor(closing: AbortSignal) {
    this.signal = AbortSignal.any([this.controller.signal, closing]);
  }

  /** Whether somebody wants nothing of it to be kept. */
  get isCancelled(): boolean {
    return this.controller.signal.aborted;
  }

  cancel(): void {
    this.controller.abort();
  }

  /** Takes what is heard of the work; returns whether first rows came with it. */
  note(event: TaskEvent): boolean {
    const now = performance.now() / 1000;
    if (event.type === "progress") {
      this.fraction = event.fraction;
      this.remaining = this.remainingTime.note(event.fraction, now);
    }
    if (event.type !== "partial") return false;
    const { head, ...soFar } = partialSchema.parse(event.value);
    this.soFar = soFar;
    this.firstRows ??= { rows: soFar.rows, time: now };
    if (head === undefined) return false;
    this.head = head;
    return true;
  }

  /** Null before the work has begun. */
  progress(): DiagnosisProgress | null {
    const { soFar, firstRows, fraction, remaining } = this;
    if (soFar === undefined || firstRows === undefined) return null;
    const seconds = performance.now() / 1000 - firstRows.time;
    const rows = soFar.rows - firstRows.rows;
    return {
      fraction,
      rows: soFar.rows,
      rowsPerSecond: rows > 0 && seconds > 0 ? Math.round(rows / seconds) : null,
      remainingSeconds: remaining ?? null,
    };
  }
}
