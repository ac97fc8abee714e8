import type { DiagnosisBatch } from "../diagnosis/diagnosis.ts";
import type { DiagnosisHead } from "../diagnosis/findings.ts";
import { roundProbability, warningText } from "../diagnosis/result_writer.ts";
import type { Text } from "../problem.ts";
import type { CellContext } from "./cell_kind.ts";

/** So many first rows are told of before the end. */
const headRows = 100;

/** Tells whoever watches what the diagnoses come to so far, with the first rows once there are any. */
export class DiagnosisWatch {
  private readonly counts: Map<string, number>;
  private readonly verdicts = { one: 0, several: 0, unknown: 0, unread: 0 };
  private rows = 0;
  private unread = 0;
  private withWarnings = 0;

  constructor(
    classes: readonly string[],
    private readonly language: keyof Text,
    private readonly context: CellContext,
  ) {
    this.counts = new Map(classes.map((name) => [name, 0]));
  }

  add(batch: DiagnosisBatch): void {
    const isFirst = this.rows === 0 && batch.rows > 0;
    for (const name of batch.diagnosis) {
      if (name === null) this.unread++;
      else this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
    }
    for (const verdict of batch.judgement.verdicts) if (verdict !== null) this.verdicts[verdict]++;
    this.rows += batch.rows;
    this.withWarnings += batch.warnings.size;
    this.context.partial?.({
      rows: this.rows,
      counts: [...this.counts].map(([fault, rows]) => ({ fault, rows })),
      verdicts: this.verdicts,
      unread: this.unread,
      withWarnings: this.withWarnings,
      ...(isFirst ? { head: headOf(batch, this.language) } : {}),
    });
  }
}

function headOf(batch: DiagnosisBatch, language: keyof Text): DiagnosisHead {
  return Array.from({ length: Math.min(headRows, batch.rows) }, (_, row) => {
    const confidence = batch.confidence[row] ?? NaN;
    return {
      id: batch.ids[row] ?? "",
      diagnosis: batch.diagnosis[row] ?? null,
      confidence: Number.isNaN(confidence) ? null : roundProbability(confidence),
      runnerUp: batch.runnerUp[row] ?? null,
      verdict: batch.judgement.verdicts[row] ?? null,
      warnings: warningText(batch, row, language),
    };
  });
}
