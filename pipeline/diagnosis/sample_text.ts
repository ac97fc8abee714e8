import { HealerError, type Problem } from "../problem.ts";
import { firstRecords } from "../table/record_fields.ts";
import { parseSampleJson, type SampleJson } from "./sample_json.ts";
import { parsePairs } from "./sample_pairs.ts";
import { sampleProblem } from "./sample_problems.ts";
import { type SampleFeature, SampleReader } from "./sample_reader.ts";

/** One sample as far as it could be read. */
export interface SampleText {
  /** In the order of the features; null = missing. */
  readonly values: readonly (number | null)[];
  /** How many features were named, be it as missing; 0 where nothing could be read. */
  readonly named: number;
  /** What could not be read, and what was done about it. */
  readonly problems: readonly Problem[];
}

const delimiters = ["\t", ";", ",", "|"];

/**
 * Reads one sample that someone wrote or pasted: a JSON object or array, a line of CSV with its header or with a
 * value for each feature, lines of a name and a value, or name=value pairs. Whatever can be read is read; names
 * may differ in case. Nothing here needs a server.
 *
 * @param others Columns of the training table that are no features: they are passed over without a word.
 */
export function readSampleText(
  text: string,
  features: readonly SampleFeature[],
  others: readonly string[] = [],
): SampleText {
  const reader = new SampleReader(features, others);
  const bare = text.replace(/^\ufeff/, "").trim();
  if (bare === "") reader.problem(sampleProblem.empty());
  else if (/^[[{]/.test(bare)) readJson(bare, reader);
  else if (!readTable(bare, reader)) {
    const pairs = parsePairs(bare);
    if (pairs === null) readUnnamed(bare, reader);
    else for (const { name, raw } of pairs) reader.named(name, raw);
  }
  return reader.result();
}

function readJson(text: string, reader: SampleReader): void {
  let json: SampleJson;
  try {
    json = parseSampleJson(text);
  } catch (error) {
    if (!(error instanceof HealerError)) throw error;
    reader.problem(error.problem);
    return;
  }
  if (json.isOneOfSeveral) reader.problem(sampleProblem.severalRows());
  if (isList(json.values)) {
    readUnnamedCells(json.values, reader);
    return;
  }
  reader.counted = "last";
  for (const [name, raw] of Object.entries(json.values)) reader.named(name, raw);
  for (const name of json.repeated) reader.again(name);
}

function isList(values: SampleJson["values"]): values is readonly unknown[] {
  return Array.isArray(values);
}

/** A header with a line of values below, or lines of a name and a value; false where it is neither. */
function readTable(text: string, reader: SampleReader): boolean {
  for (const delimiter of delimiters) {
    const signs = { delimiter: delimiter.charCodeAt(0), quote: '"'.charCodeAt(0) };
    const records = firstRecords(text, signs, reader.featureCount + 2);
    const [header = [], cells] = records;
    if (
      cells !== undefined && header.every((name) => reader.mayBeName(name)) &&
      reader.knowsOneOf(header)
    ) {
      if (records.length > 2) reader.problem(sampleProblem.severalRows());
      for (const [index, name] of header.entries()) reader.named(name, cells[index] ?? "");
      return true;
    }
    const names = records.map(([name = ""]) => name);
    if (records.every(({ length }) => length === 2) && reader.knowsOneOf(names)) {
      for (const [name = "", raw = ""] of records) reader.named(name, raw);
      return true;
    }
  }
  return false;
}

/** A line with a value for each feature, in their order. */
function readUnnamed(text: string, reader: SampleReader): void {
  const [line = "", more] = text.split(/\r\n|\n|\r/);
  if (more !== undefined && more.trim() !== "") reader.problem(sampleProblem.severalRows());
  const delimiter = delimiters.find((each) => line.includes(each)) ?? " ";
  const signs = { delimiter: delimiter.charCodeAt(0), quote: '"'.charCodeAt(0) };
  readUnnamedCells(firstRecords(line, signs, 1)[0] ?? [], reader);
}

function readUnnamedCells(cells: readonly unknown[], reader: SampleReader): void {
  if (cells.length === reader.featureCount) {
    for (const [index, cell] of cells.entries()) reader.placed(index, cell);
  } else if (cells.some((cell) => reader.isNumber(cell))) {
    reader.problem(sampleProblem.wrongCount(cells.length, reader.featureCount));
  } else {
    reader.problem(sampleProblem.unreadable());
  }
}
