import { AtomicFile } from "../atomic_file.ts";
import type { DiagnosisBatch } from "./diagnosis.ts";
import {
  detailsOf,
  resultHeader,
  type ResultLayout,
  type ResultWriter,
  roundProbability,
  warningText,
} from "./result_writer.ts";

/** A result as one JSON array with an object a row; the keys are the columns of the CSV. */
export async function openJsonResults(path: string, layout: ResultLayout): Promise<ResultWriter> {
  const file = await AtomicFile.create(path);
  const encoder = new TextEncoder();
  const header = resultHeader(layout);
  let separator = "[\n";

  const detailCells = (batch: DiagnosisBatch, row: number): (string | number | null)[] => {
    const { verdict, predictionSet, novelty } = detailsOf(batch, row, layout.classes);
    return [verdict, predictionSet, novelty === null ? null : roundProbability(novelty)];
  };
  const objects = (batch: DiagnosisBatch): string => {
    const width = layout.classes.length;
    let text = "";
    for (let row = 0; row < batch.rows; row++) {
      const read = batch.diagnosis[row] !== null;
      const probabilities = batch.probabilities.subarray(row * width, (row + 1) * width);
      const cells = [
        batch.ids[row] ?? "",
        batch.diagnosis[row] ?? null,
        read ? roundProbability(batch.confidence[row]!) : null,
        batch.runnerUp[row] ?? null,
        ...Array.from(probabilities, (value) => read ? roundProbability(value) : null),
        warningText(batch, row, layout.language),
        ...(layout.details ? detailCells(batch, row) : []),
      ];
      const pairs = header.map((name, index) =>
        `${JSON.stringify(name)}:${JSON.stringify(cells[index])}`
      );
      text += `${separator}{${pairs.join(",")}}`;
      separator = ",\n";
    }
    return text;
  };

  return {
    write: async (batch) => await file.write(encoder.encode(objects(batch))),
    finish: async () => {
      await file.write(encoder.encode(separator === "[\n" ? "[]\n" : "\n]\n"));
      await file.commit();
    },
    [Symbol.asyncDispose]: async () => await file[Symbol.asyncDispose](),
  };
}
