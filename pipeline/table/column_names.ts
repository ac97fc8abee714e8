import { nameList } from "../name_list.ts";
import type { Notice } from "../problem.ts";

/** Names that are unique and not empty, and what was done to make them so. */
export interface ColumnNames {
  readonly names: readonly string[];
  readonly notices: readonly Notice[];
}

/**
 * Makes the names of a header unique: as they are written, but an empty one becomes `column 3` and the second
 * `cpu` becomes `cpu (2)`. A name that stands in the header itself is never given to another column.
 */
export function uniqueNames(header: readonly string[], file: string): ColumnNames {
  const taken = new Set(header);
  const used = new Set<string>();
  const numbers = new Map<string, number>();
  const free = (stem: string, first: number): string => {
    let number = numbers.get(stem) ?? first;
    let name = number === 1 ? stem : `${stem} (${number})`;
    while (taken.has(name)) name = `${stem} (${++number})`;
    numbers.set(stem, number + 1);
    return name;
  };
  const repeated: string[] = [];
  const empty: string[] = [];
  const names = header.map((name, index) => {
    let unique = name;
    if (name === "") {
      unique = free(`column ${index + 1}`, 1);
      empty.push(unique);
    } else if (used.has(name)) {
      unique = free(name, 2);
      repeated.push(unique);
    }
    used.add(unique);
    taken.add(unique);
    return unique;
  });
  return { names, notices: noticesOf(repeated, empty, file) };
}

/** The names of a table without a header: `column 1`, `column 2`, … */
export function numberedNames(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `column ${index + 1}`);
}

function noticesOf(
  repeated: readonly string[],
  empty: readonly string[],
  file: string,
): Notice[] {
  const notices: Notice[] = [];
  if (repeated.length > 0) {
    const list = nameList(repeated);
    notices.push({
      code: "table/repeated-names",
      message: {
        en: `Some columns had the same name; they are now called ${list.en}.`,
        zh: `部分列重名，已改名为 ${list.zh}。`,
      },
      place: { file },
    });
  }
  if (empty.length > 0) {
    const list = nameList(empty);
    notices.push({
      code: "table/unnamed-columns",
      message: {
        en: `Some columns had no name; they are now called ${list.en}.`,
        zh: `部分列没有名称，已命名为 ${list.zh}。`,
      },
      place: { file },
    });
  }
  return notices;
}
