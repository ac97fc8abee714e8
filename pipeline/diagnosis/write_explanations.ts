import { extname } from "node:path";
import { AtomicFile } from "../atomic_file.ts";
import { contributionsOf, type Explanation } from "../evaluation/explanation.ts";
import { HealerError } from "../problem.ts";
import { csvText } from "./csv_text.ts";
import { diagnosisProblem } from "./problems.ts";
import { roundProbability } from "./result_writer.ts";

const formats = { ".csv": csvLines, ".json": jsonLines };

/** Rows turned into text at a time. */
const blockRows = 1000;

/** @throws {HealerError} `diagnosis/unknown-explanation-format` unless `path` ends in .csv or .json */
export function explanationFormat(path: string): keyof typeof formats {
  const ending = extname(path).toLowerCase();
  if (ending === ".csv" || ending === ".json") return ending;
  throw new HealerError(diagnosisProblem.unknownExplanationFormat(path));
}

/**
 * Writes for each row its diagnosis with its probability, the base of that class and under `shap_<feature>`
 * what each feature contributes to it; as CSV (RFC 4180, UTF-8), or as a JSON array with an object a row.
 *
 * @throws {HealerError} `diagnosis/unknown-explanation-format`, `file/not-writable`
 */
export async function writeExplanations(
  path: string,
  explanation: Explanation,
  ids: readonly string[],
  idColumn: string,
): Promise<void> {
  const lines = formats[explanationFormat(path)];
  const { features, rows } = explanation;
  const others = ["diagnosis", "confidence", "base", ...features.map((name) => `shap_${name}`)];
  const header = [others.includes(idColumn) ? "id" : idColumn, ...others];
  const encoder = new TextEncoder();
  await using file = await AtomicFile.create(path);
  for (let start = 0; start < Math.max(1, rows); start += blockRows) {
    const end = Math.min(rows, start + blockRows);
    const block = Array.from(
      { length: end - start },
      (_, place) => cellsOf(explanation, start + place, ids[start + place] ?? ""),
    );
    await file.write(encoder.encode(lines(header, block, start === 0, end === rows)));
  }
  await file.commit();
}

type Cell = string | number;

function cellsOf(explanation: Explanation, row: number, id: string): Cell[] {
  const { predicted, classes, probabilities, base } = explanation;
  const code = predicted[row]!;
  return [
    id,
    classes[code] ?? "",
    roundProbability(probabilities[row * classes.length + code]!),
    rounded(base[code]!),
    ...Array.from(contributionsOf(explanation, row, code), rounded),
  ];
}

/** Enough digits for contributions to add up. */
function rounded(value: number): number {
  return Number(value.toPrecision(9));
}

function csvLines(header: readonly string[], rows: readonly Cell[][], isFirst: boolean): string {
  const lines = rows.map((row) =>
    row.map((cell) => typeof cell === "number" ? String(cell) : csvText(cell))
  );
  return [...isFirst ? [header.map(csvText)] : [], ...lines]
    .map((line) => `${line.join(",")}\n`).join("");
}

function jsonLines(
  header: readonly string[],
  rows: readonly Cell[][],
  isFirst: boolean,
  isLast: boolean,
): string {
  const objects = rows.map((row) =>
    `{${
      header.map((name, index) => `${JSON.stringify(name)}:${JSON.stringify(row[index])}`).join(",")
    }}`
  );
  return (isFirst ? "[\n" : ",\n") + objects.join(",\n") + (isLast ? "\n]\n" : "");
}
