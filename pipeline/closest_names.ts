/**
 * The names most like `name`, best first, for "did you mean": those a few typing errors away (case does not
 * count), then those that contain it or that it contains. At most `limit`; empty where none is close.
 */
export function closestNames(
  name: string,
  candidates: readonly string[],
  limit = 5,
): string[] {
  const wanted = [...name.toLowerCase()];
  const tolerance = Math.min(8, Math.max(1, Math.floor(wanted.length * 0.4)));
  const ranked: { candidate: string; rank: number }[] = [];
  for (const candidate of candidates) {
    const letters = [...candidate.toLowerCase()];
    const distance = editDistance(wanted, letters, tolerance);
    if (distance <= tolerance) {
      ranked.push({ candidate, rank: distance });
    } else if (isPartOf(wanted, letters)) {
      ranked.push({ candidate, rank: tolerance + Math.abs(letters.length - wanted.length) });
    }
  }
  ranked.sort((a, b) => a.rank - b.rank);
  return ranked.slice(0, limit).map(({ candidate }) => candidate);
}

/** Parts of one or two letters say nothing: they are in half of all names. */
function isPartOf(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length > 2 && long.join("").includes(short.join(""));
}

/**
 * Insertions, deletions, substitutions and swaps of neighbours that turn `a` into `b` (optimal string
 * alignment distance: Damerau, "A technique for computer detection and correction of spelling errors", 1964),
 * or anything above `limit` once it exceeds that. Only the band of width 2·limit + 1 is computed (Ukkonen,
 * "Algorithms for approximate string matching", 1985), so that long names stay cheap.
 */
function editDistance(a: readonly string[], b: readonly string[], limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  const far = limit + 1;
  let beforeLast = new Int32Array(b.length + 1).fill(far);
  let last = Int32Array.from({ length: b.length + 1 }, (_, column) => Math.min(column, far));
  let current = new Int32Array(b.length + 1).fill(far);
  for (let row = 1; row <= a.length; row++) {
    const start = Math.max(1, row - limit);
    const end = Math.min(b.length, row + limit);
    current[start - 1] = start === 1 ? Math.min(row, far) : far;
    let least = current[start - 1]!;
    for (let column = start; column <= end; column++) {
      const same = a[row - 1] === b[column - 1];
      let distance = Math.min(
        last[column - 1]! + (same ? 0 : 1),
        last[column]! + 1,
        current[column - 1]! + 1,
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] &&
        a[row - 2] === b[column - 1];
      if (swapped) distance = Math.min(distance, beforeLast[column - 2]! + 1);
      current[column] = distance;
      if (distance < least) least = distance;
    }
    if (end < b.length) current[end + 1] = far;
    if (least > limit) return far;
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  return last[b.length]!;
}
