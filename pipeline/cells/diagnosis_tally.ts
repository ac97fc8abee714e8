import type { DiagnosisBatch } from "../diagnosis/diagnosis.ts";
import type { ResultWriter } from "../diagnosis/result_writer.ts";

/** Two probabilities closer than this are a close call. */
const closeCall = 0.2;

const bins = 20;

/** Writes diagnoses on to several results and counts along the way how sure they are. */
export class DiagnosisTally implements ResultWriter {
  /** Rows whose two most probable classes lie closer than 20 points. */
  closeCalls = 0;
  /** Rows by confidence, in 20 bins from 0 to 1. */
  readonly confidence = new Array<number>(bins).fill(0);

  constructor(
    private readonly results: readonly ResultWriter[],
    private readonly classCount: number,
  ) {}

  async write(batch: DiagnosisBatch): Promise<void> {
    this.count(batch);
    for (const result of this.results) await result.write(batch);
  }

  async finish(): Promise<void> {
    for (const result of this.results) await result.finish();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const result of this.results) await result[Symbol.asyncDispose]();
  }

  private count({ rows, confidence, probabilities }: DiagnosisBatch): void {
    for (let row = 0; row < rows; row++) {
      const first = confidence[row]!;
      if (Number.isNaN(first)) continue;
      this.confidence[Math.min(bins - 1, Math.floor(bins * first))]!++;
      let close = 0;
      for (let cell = row * this.classCount; cell < (row + 1) * this.classCount; cell++) {
        if (first - probabilities[cell]! < closeCall) close++;
      }
      if (close > 1) this.closeCalls++;
    }
  }
}

/** The edges of {@linkcode DiagnosisTally.confidence}. */
export const confidenceEdges: number[] = Array.from(
  { length: bins + 1 },
  (_, index) => index / bins,
);
