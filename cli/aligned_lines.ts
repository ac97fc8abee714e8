/** Rows of cells as lines with aligned columns: the first `left` ones to the left, the others to the right. */
export function alignedLines(table: readonly (readonly string[])[], left = 1): string[] {
  const rows = table.map((row) => row.map(oneLine));
  const widths: number[] = [];
  for (const row of rows) {
    for (const [index, cell] of row.entries()) {
      widths[index] = Math.max(widths[index] ?? 0, displayWidth(cell));
    }
  }
  return rows.map((row) =>
    row.map((cell, index) => {
      const padding = " ".repeat((widths[index] ?? 0) - displayWidth(cell));
      return index < left ? cell + padding : padding + cell;
    }).join("  ").trimEnd()
  );
}

/** A cell that cannot break the table: without line breaks, and not endless. */
function oneLine(cell: string): string {
  const text = cell.replaceAll(/[\r\n\t\v\f]+/g, " ");
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** Columns a text takes on a terminal: Chinese characters take two. */
function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    width += /\p{Script=Han}|[\uff00-\uffef\u3000-\u303f]/u.test(character) ? 2 : 1;
  }
  return width;
}
