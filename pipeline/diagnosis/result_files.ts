import { extname } from "node:path";
import { HealerError } from "../problem.ts";
import { openCsvResults } from "./csv_results.ts";
import { openJsonResults } from "./json_results.ts";
import { openParquetResults } from "./parquet_results.ts";
import { diagnosisProblem } from "./problems.ts";
import type { ResultLayout, ResultWriter } from "./result_writer.ts";

const formats = new Map([
  [".csv", openCsvResults],
  [".json", openJsonResults],
  [".parquet", openParquetResults],
]);

/**
 * A writer for the format that the ending of `path` names: .csv, .json or .parquet.
 *
 * @throws {HealerError} `diagnosis/unknown-format` for another ending, `file/not-writable`
 */
export async function openResults(path: string, layout: ResultLayout): Promise<ResultWriter> {
  const open = formats.get(extname(path).toLowerCase());
  if (open === undefined) throw new HealerError(diagnosisProblem.unknownFormat(path));
  return await open(path, layout);
}
