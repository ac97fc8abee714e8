const radix = 1 << 16;

/**
 * Sorts `rows` by their 32-bit keys, 16 bits at a time (Knuth, The Art of Computer Programming 3, 5.2.5): in
 * time that grows with their number only, and equal rows stay as they are.
 *
 * @param rows Row numbers; they are sorted in place.
 * @param keys By row number; the array that counts least comes first.
 */
export function radixSort(rows: Uint32Array, keys: readonly Uint32Array[]): void {
  const starts = new Uint32Array(radix);
  let from: Uint32Array = rows;
  let to: Uint32Array = new Uint32Array(rows.length);
  for (const key of keys) {
    for (const shift of [0, 16]) {
      starts.fill(0);
      for (let index = 0; index < from.length; index++) {
        starts[(key[from[index]!]! >>> shift) & 0xffff]!++;
      }
      if (starts[(key[from[0] ?? 0]! >>> shift) & 0xffff] === from.length) continue;
      for (let digit = 0, start = 0; digit < radix; digit++) {
        const count = starts[digit]!;
        starts[digit] = start;
        start += count;
      }
      for (let index = 0; index < from.length; index++) {
        const row = from[index]!;
        to[starts[(key[row]! >>> shift) & 0xffff]!++] = row;
      }
      [from, to] = [to, from];
    }
  }
  if (from !== rows) rows.set(from);
}
