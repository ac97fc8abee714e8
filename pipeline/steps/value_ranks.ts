/** The rank of each number from 1 on, the mean rank for equal ones; NaN keeps none. */
export function valueRanks(values: Float32Array): Float32Array {
  const order = Array.from(values.keys()).filter((row) => !Number.isNaN(values[row]!))
    .sort((a, b) => values[a]! - values[b]!);
  const ranks = new Float32Array(values.length).fill(NaN);
  for (let start = 0; start < order.length;) {
    let end = start + 1;
    while (end < order.length && values[order[end]!] === values[order[start]!]) end++;
    for (let position = start; position < end; position++) {
      ranks[order[position]!] = (start + 1 + end) / 2;
    }
    start = end;
  }
  return ranks;
}
