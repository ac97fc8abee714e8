import type { ModelFile } from "../model/model_file.ts";
import { type DiagnosedBatch, diagnoseRows } from "./diagnose_rows.ts";
import type { Judge } from "./judge.ts";
import type { RowsForModel } from "./open_rows.ts";
import type { ResultWriter } from "./result_writer.ts";
import type { Verdict } from "./verdict.ts";

/** What a finished batch diagnosis amounts to. */
export interface DiagnosisSummary {
  readonly rows: number;
  /** Rows that could not be read; they stand in the result with a warning. */
  readonly unread: number;
  readonly withWarnings: number;
  /** Rows diagnosed as each class, in the order of the model's classes. */
  readonly perClass: ReadonlyMap<string, number>;
  /** How many of them fit nothing known, for the classes where there are any. */
  readonly unknownPerClass: ReadonlyMap<string, number>;
  /** Rows of each verdict; those the model cannot judge are in none. */
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** Where the time went. */
  readonly seconds: {
    readonly reading: number;
    readonly onnx: number;
    readonly judging: number;
    readonly writing: number;
  };
}

/**
 * Diagnoses every row and writes the result, in bounded memory.
 *
 * @param onBatch sees each batch before it is written
 * @throws {HealerError} where the table breaks off or the result cannot be written; then there is no result.
 */
export async function writeDiagnoses(
  model: ModelFile,
  rows: RowsForModel,
  judge: Judge,
  results: ResultWriter,
  onProgress: (fraction: number) => void,
  onBatch: (diagnosed: DiagnosedBatch) => void | Promise<void> = () => {},
): Promise<DiagnosisSummary> {
  const seconds = { reading: 0, onnx: 0, judging: 0, writing: 0 };
  const perClass = new Map(model.card.classes.map((name) => [name, 0]));
  const unknownPerClass = new Map<string, number>();
  const verdicts = { one: 0, several: 0, unknown: 0, unread: 0 };
  let rowCount = 0, unread = 0, withWarnings = 0;
  const timeWriting = async (work: () => Promise<void>): Promise<void> => {
    const started = performance.now();
    await work();
    seconds.writing += (performance.now() - started) / 1000;
  };
  for await (const diagnosed of diagnoseRows(model, rows, judge, seconds)) {
    const { batch } = diagnosed;
    await timeWriting(async () => {
      await onBatch(diagnosed);
      await results.write(batch);
    });
    for (const [row, name] of batch.diagnosis.entries()) {
      const verdict = batch.judgement.verdicts[row] ?? null;
      if (verdict !== null) verdicts[verdict]++;
      if (name === null) unread++;
      else perClass.set(name, (perClass.get(name) ?? 0) + 1);
      if (name !== null && verdict === "unknown") {
        unknownPerClass.set(name, (unknownPerClass.get(name) ?? 0) + 1);
      }
    }
    rowCount += batch.rows;
    withWarnings += batch.warnings.size;
    onProgress(batch.fraction);
  }
  await timeWriting(() => results.finish());
  return { rows: rowCount, unread, withWarnings, perClass, unknownPerClass, verdicts, seconds };
}
