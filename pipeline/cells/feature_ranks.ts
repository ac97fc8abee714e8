/** The rank of each score, 1 for the highest; equal scores share the mean of their ranks. */
export function ranksOf(scores: Float64Array): Float64Array {
  const order = Array.from(scores.keys()).sort((a, b) =>
    scores[a] === scores[b] ? 0 : scores[b]! - scores[a]!
  );
  const ranks = new Float64Array(scores.length);
  for (let start = 0; start < order.length;) {
    let end = start + 1;
    while (end < order.length && scores[order[end]!] === scores[order[start]!]) end++;
    for (const column of order.slice(start, end)) ranks[column] = (start + 1 + end) / 2;
    start = end;
  }
  return ranks;
}

/** Mean, smallest and largest of several numbers that each of d columns has. */
export interface Spread {
  readonly mean: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Takes together, column by column, what at least one list says. */
export function spreadOf(lists: readonly Float64Array[]): Spread {
  const [first = new Float64Array()] = lists;
  const of = (take: (numbers: number[]) => number) =>
    first.map((_, column) => take(lists.map((list) => list[column]!)));
  return {
    mean: of((numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length),
    low: of((numbers) => Math.min(...numbers)),
    high: of((numbers) => Math.max(...numbers)),
  };
}
