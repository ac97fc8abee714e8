import type { TableColumn } from "../column_type.ts";
import { histogramOf, quarterRanks } from "../histogram.ts";
import { valuesAtRanks } from "../order_statistics.ts";
import { type ColumnValues, countMissing } from "./column_values.ts";
import { MomentValues, NumberValues } from "./number_values.ts";
import type { ColumnSummary } from "./table_page.ts";
import { noWord, WordValues } from "./word_values.ts";

const topWords = 8;

/** What a column holds, in short. */
export function summaryOf(column: TableColumn, values: ColumnValues): ColumnSummary {
  const common = { ...column, rows: values.length, missing: countMissing(values) };
  if (column.type === "number") {
    const numbers = finiteNumbers(values);
    return numbers.length === 0 ? common : { ...common, numbers: numbersOf(numbers) };
  }
  const counts = wordCounts(values);
  const top = [...counts].sort((a, b) => b[1] - a[1]).slice(0, topWords)
    .map(([word, rows]) => ({ word, rows }));
  return { ...common, words: { distinct: counts.size, top } };
}

function finiteNumbers(values: ColumnValues): Float64Array {
  const numbers = new Float64Array(values.length);
  let count = 0;
  const isPlain = values instanceof NumberValues && !(values instanceof MomentValues);
  for (let row = 0; row < values.length; row++) {
    const number = isPlain ? values.values[row]! : Number(values.cell(row) ?? NaN);
    if (Number.isFinite(number)) numbers[count++] = number;
  }
  return numbers.subarray(0, count);
}

/** Without sorting them: a column of a million takes some passes. */
function numbersOf(numbers: Float64Array): NonNullable<ColumnSummary["numbers"]> {
  const count = numbers.length;
  const middle = (count - 1) / 2;
  const [lowQuarter, highQuarter] = quarterRanks(count);
  const ranks = [0, lowQuarter, Math.floor(middle), Math.ceil(middle), highQuarter, count - 1];
  const [min, quarter, below, above, third, max] = valuesAtRanks(numbers, ranks);
  const areWhole = numbers.every(Number.isInteger);
  const facts = { count, min: min!, max: max!, quarters: [quarter!, third!] as const, areWhole };
  const { edges, counts } = histogramOf(numbers, facts);
  return { min: min!, median: below! / 2 + above! / 2, max: max!, edges, counts };
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
