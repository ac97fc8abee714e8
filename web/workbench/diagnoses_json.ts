import type { FileReference } from "@/pipeline/cells/value.ts";
import type { Executor } from "@/pipeline/kernel/executor.ts";
import { roundProbability } from "@/pipeline/diagnosis/result_writer.ts";
import type { PageCell } from "@/pipeline/table/paging/table_page.ts";

const rowsAtATime = 1000;

/** A result as one JSON array with an object a row, as the command line writes it, from its Parquet file. */
export async function* diagnosesJson(
  file: FileReference,
  executor: Executor,
): AsyncGenerator<string, void, void> {
  let separator = "[\n";
  for (let offset = 0;;) {
    const { rows, columns, cells } = await executor.tablePage({ file, offset, limit: rowsAtATime });
    const names = columns.map(({ name }) => JSON.stringify(name));
    let text = "";
    for (const row of cells) {
      const pairs = row.map((cell, index) => `${names[index]}:${JSON.stringify(shown(cell))}`);
      text += `${separator}{${pairs.join(",")}}`;
      separator = ",\n";
    }
    yield text;
    offset += cells.length;
    if (offset >= rows || cells.length === 0) break;
  }
  yield separator === "[\n" ? "[]\n" : "\n]\n";
}

/** Only probabilities are numbers. */
function shown(cell: PageCell): PageCell {
  return typeof cell === "number" ? roundProbability(cell) : cell;
}
