import type { Place, Problem } from "../problem.ts";
import { maximumRecordBytes } from "./record_reader.ts";
import { rowProblem } from "./row_problems.ts";
import type { FlawedRecord } from "./scanned_records.ts";

/**
 * What is wrong with a record, in words.
 *
 * @param columns How many columns the table has.
 */
export function recordProblem(
  record: FlawedRecord,
  file: string,
  encoding: string,
  columns: number,
): Problem {
  const { line, field, fields, flaw, resumed } = record;
  const place: Place = { file, line, ...(field === undefined ? {} : { column: field }) };
  switch (flaw) {
    case "too-few-fields":
      return rowProblem.tooFewFields(place, fields, columns);
    case "too-many-fields":
      return rowProblem.tooManyFields(place, fields, columns);
    case "unclosed-quote":
      return rowProblem.unclosedQuote(place, resumed);
    case "misplaced-quote":
      return rowProblem.misplacedQuote(place, resumed);
    case "undecodable":
      return rowProblem.undecodable(place, encoding);
    case "nul-byte":
      return rowProblem.nulByte(place);
    case "too-long":
      return rowProblem.tooLong(place, maximumRecordBytes);
  }
}
