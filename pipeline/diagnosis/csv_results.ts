import { AtomicFile } from "../atomic_file.ts";
import { csvText } from "./csv_text.ts";
import type { DiagnosisBatch } from "./diagnosis.ts";
import {
  detailsOf,
  probabilityText,
  resultHeader,
  type ResultLayout,
  type ResultWriter,
  warningText,
} from "./result_writer.ts";

/** A result as CSV (RFC 4180, UTF-8, one line feed a row). */
export async function openCsvResults(path: string, layout: ResultLayout): Promise<ResultWriter> {
  const file = await AtomicFile.create(path);
  const encoder = new TextEncoder();
  const header = resultHeader(layout).map(csvText).join(",");
  const classCells = new Map(layout.classes.map((name) => [name, csvText(name)]));
  await file.write(encoder.encode(`${header}\n`));

  const lines = (batch: DiagnosisBatch): string => {
    const width = layout.classes.length;
    let text = "";
    for (let row = 0; row < batch.rows; row++) {
      const diagnosis = batch.diagnosis[row];
      text += csvText(batch.ids[row] ?? "");
      if (diagnosis === null || diagnosis === undefined) {
        text += ",".repeat(3 + width);
      } else {
        text += `,${classCells.get(diagnosis)},${probabilityText(batch.confidence[row]!)}`;
        text += `,${classCells.get(batch.runnerUp[row] ?? "") ?? ""}`;
        for (let cell = row * width; cell < (row + 1) * width; cell++) {
          text += `,${probabilityText(batch.probabilities[cell]!)}`;
        }
      }
      text += `,${csvText(warningText(batch, row, layout.language))}`;
      if (layout.details) {
        const { verdict, predictionSet, novelty } = detailsOf(batch, row, layout.classes);
        text += `,${verdict ?? ""},${csvText(predictionSet ?? "")}`;
        text += `,${novelty === null ? "" : probabilityText(novelty)}`;
      }
      text += "\n";
    }
    return text;
  };

  return {
    write: async (batch) => await file.write(encoder.encode(lines(batch))),
    finish: async () => await file.commit(),
    [Symbol.asyncDispose]: async () => await file[Symbol.asyncDispose](),
  };
}
