/** Rows of cells as lines with aligned columns: the first to the left, the others to the right. */
export function alignedLines(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [index, cell] of row.entries()) {
      widths[index] = Math.max(widths[index] ?? 0, displayWidth(cell));
    }
  }
  return rows.map((row) =>
    row.map((cell, index) => {
      const padding = " ".repeat((widths[index] ?? 0) - displayWidth(cell));
      return index === 0 ? cell + padding : padding + cell;
    }).join("  ").trimEnd()
  );
}

/** Columns a text takes on a terminal: Chinese characters take two. */
function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    width += /\p{Script=Han}|[\uff00-\uffef\u3000-\u303f]/u.test(character) ? 2 : 1;
  }
  return width;
}
