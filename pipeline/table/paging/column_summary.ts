import type { TableColumn } from "../column_type.ts";
import { histogramOfSorted } from "../histogram.ts";
import { type ColumnValues, countMissing } from "./column_values.ts";
import { MomentValues, NumberValues } from "./number_values.ts";
import type { ColumnSummary } from "./table_page.ts";
import { noWord, WordValues } from "./word_values.ts";

const topWords = 8;

/** What a column holds, in short. */
export function summaryOf(column: TableColumn, values: ColumnValues): ColumnSummary {
  const common = { ...column, rows: values.length, missing: countMissing(values) };
  if (column.type === "number") {
    const sorted = sortedNumbers(values);
    if (sorted.length === 0) return common;
    const { edges, counts } = histogramOfSorted(sorted);
    const min = sorted[0]!, max = sorted[sorted.length - 1]!;
    const middle = (sorted.length - 1) / 2;
    const low = sorted[Math.floor(middle)]!, high = sorted[Math.ceil(middle)]!;
    return { ...common, numbers: { min, median: low / 2 + high / 2, max, edges, counts } };
  }
  const counts = wordCounts(values);
  const top = [...counts].sort((a, b) => b[1] - a[1]).slice(0, topWords)
    .map(([word, rows]) => ({ word, rows }));
  return { ...common, words: { distinct: counts.size, top } };
}

/** The finite numbers, ascending. */
function sortedNumbers(values: ColumnValues): Float64Array {
  const numbers = new Float64Array(values.length);
  let count = 0;
  const isPlain = values instanceof NumberValues && !(values instanceof MomentValues);
  for (let row = 0; row < values.length; row++) {
    const number = isPlain ? values.values[row]! : Number(values.cell(row) ?? NaN);
    if (Number.isFinite(number)) numbers[count++] = number;
  }
  const finite = numbers.subarray(0, count);
  if (!isPlain || values.values instanceof Float64Array) return finite.sort();
  // Half the bytes sort in less than half the time.
  return Float64Array.from(Float32Array.from(finite).sort());
}

function wordCounts(values: ColumnValues): Map<string, number> {
  const counts = new Map<string, number>();
  if (values instanceof WordValues) {
    const byCode = new Uint32Array(values.words.length);
    for (const code of values.codes) if (code !== noWord) byCode[code]!++;
    byCode.forEach((count, code) => {
      if (count > 0) counts.set(values.words[code] ?? "", count);
    });
    return counts;
  }
  for (let row = 0; row < values.length; row++) {
    const cell = values.cell(row);
    if (cell !== null) counts.set(String(cell), (counts.get(String(cell)) ?? 0) + 1);
  }
  return counts;
}
