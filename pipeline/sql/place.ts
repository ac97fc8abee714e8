/** A place in a query; lines and columns count from 1, columns in UTF-16 units. */
export interface QueryPlace {
  readonly line: number;
  readonly column: number;
}

/** The place of an offset in UTF-16 units. */
export function placeAt(query: string, offset: number): QueryPlace {
  const before = query.slice(0, offset);
  const lineStart = before.lastIndexOf("\n") + 1;
  return { line: before.split("\n").length, column: offset - lineStart + 1 };
}

/** The place that the parser of Polars names, whose columns count whole characters. */
export function placeOfCharacter(query: string, line: number, column: number): QueryPlace {
  const characters = [...query.split("\n")[line - 1] ?? ""];
  return { line, column: characters.slice(0, column - 1).join("").length + 1 };
}
