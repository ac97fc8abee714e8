import type { DiagnosisBatch } from "../diagnosis/diagnosis.ts";
import type { Verdict } from "../diagnosis/verdict.ts";
import { Random } from "../random.ts";

/** A diagnosed row with its features. */
export interface SampledRow {
  /** Its place in the result, from 1. */
  readonly row: number;
  readonly id: string;
  readonly diagnosis: string;
  readonly confidence: number;
  readonly verdict: Verdict | null;
  readonly novelty: number | null;
  readonly values: Float32Array;
}

/** Some of the diagnosed rows, drawn at random (Vitter, "Random sampling with a reservoir", 1985). */
export class DiagnosisSample {
  private readonly kept: SampledRow[] = [];
  private readonly random = new Random(0);
  private seen = 0;
  private before = 0;

  /** @param limit How many are kept at most. */
  constructor(private readonly limit: number) {}

  /**
   * @param values n×d row-major, of the rows that could be read
   * @param frameRows for each of these its place in the batch
   */
  add(batch: DiagnosisBatch, values: Float32Array, frameRows: Int32Array): void {
    const width = frameRows.length === 0 ? 0 : values.length / frameRows.length;
    for (const [frameRow, row] of frameRows.entries()) {
      const place = this.seen < this.limit ? this.seen : this.random.below(this.seen + 1);
      this.seen++;
      if (place >= this.limit) continue;
      const { judgement: { novelty, verdicts } } = batch;
      this.kept[place] = {
        row: this.before + row + 1,
        id: batch.ids[row] ?? "",
        diagnosis: batch.diagnosis[row] ?? "",
        confidence: batch.confidence[row] ?? NaN,
        verdict: verdicts[row] ?? null,
        novelty: novelty?.[row] ?? null,
        values: values.slice(frameRow * width, (frameRow + 1) * width),
      };
    }
    this.before += batch.rows;
  }

  /** In the order of the result. */
  rows(): readonly SampledRow[] {
    return this.kept.toSorted((a, b) => a.row - b.row);
  }
}
