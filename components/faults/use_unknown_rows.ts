import { unknownGroupColumn } from "@/pipeline/diagnosis/findings.ts";
import { useEffect, useState } from "preact/hooks";
import { diagnosisSource } from "../table/table_source.ts";

/** As many rows as the server gives at a time. */
const most = 1000;

/** A row of an unknown group. */
export interface UnknownRow {
  /** Its place in the result, from 1. */
  readonly row: number;
  readonly id: string;
  /** What the model would say. */
  readonly guess: string;
}

/** The rows of an unknown group, the first thousand; undefined until they are there. */
export function useUnknownRows(
  diagnosis: string,
  group: number,
): readonly UnknownRow[] | undefined {
  const [rows, setRows] = useState<readonly UnknownRow[]>();
  useEffect(() => {
    const leaving = new AbortController();
    const filter = [{ column: unknownGroupColumn, op: "is" as const, value: group }];
    diagnosisSource(diagnosis).page({ offset: 0, limit: most, filter }, leaving.signal).then(
      ({ columns, cells, rowNumbers }) => {
        const guess = columns.findIndex(({ name }) => name === "diagnosis");
        setRows(rowNumbers.map((row, index) => ({
          row: row + 1,
          id: String(cells[index]?.[0] ?? ""),
          guess: String(cells[index]?.[guess] ?? ""),
        })));
      },
      // The group can be named without having seen its rows.
      () => {},
    );
    return () => leaving.abort();
  }, [diagnosis, group]);
  return rows;
}
