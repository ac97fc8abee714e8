import { missingNumbers, parseNumber } from "./cell.ts";
import { type Guess, guessed } from "./guess.ts";

/**
 * Whether the first record names the columns: yes, unless all its cells are numbers or missing. Numbers that
 * count on from 0 or 1 are names all the same, as pandas writes them.
 */
export function guessHeader(
  records: readonly (readonly string[])[],
  decimal: "." | ",",
): Guess<boolean> {
  const first = records[0] ?? [];
  let numbers = 0;
  for (const cell of first) {
    const bare = cell.trim();
    if (!Number.isNaN(parseNumber(bare, decimal))) numbers++;
    else if (!missingNumbers.includes(bare)) {
      return guessed(true, "the first line holds words", "首行含有文字");
    }
  }
  if (numbers === 0) {
    return guessed(true, "the first line holds no numbers", "首行没有数值");
  }
  if (first.length > 2 && countsOn(first)) {
    return guessed(true, "the first line counts its columns", "首行为列的连续编号");
  }
  return guessed(false, "the first line holds only numbers", "首行全为数值");
}

function countsOn(cells: readonly string[]): boolean {
  const start = Number(cells[0]);
  return (start === 0 || start === 1) &&
    cells.every((cell, index) => cell.trim() === String(start + index));
}
