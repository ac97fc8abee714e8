/**
 * An order of n things in which alike ones stand side by side: that of the leaves of a tree of average linkage
 * (UPGMA), where of two branches the one that is nearer to its neighbour's side comes next to it.
 *
 * @param distance n×n row-major, symmetric
 */
export function clusterOrder(distance: Float64Array, count: number): number[] {
  let clusters = Array.from({ length: count }, (_, index) => [index]);
  const between = (a: readonly number[], b: readonly number[]): number => {
    let sum = 0;
    for (const one of a) for (const other of b) sum += distance[one * count + other]!;
    return sum / (a.length * b.length);
  };
  while (clusters.length > 1) {
    let best: [number, number] = [0, 1], least = Infinity;
    for (let a = 0; a < clusters.length; a++) {
      for (let b = a + 1; b < clusters.length; b++) {
        const apart = between(clusters[a]!, clusters[b]!);
        if (apart < least) [best, least] = [[a, b], apart];
      }
    }
    const [a, b] = best;
    const joined = joinedAtNearestEnds(clusters[a]!, clusters[b]!, distance, count);
    clusters = [...clusters.filter((_, index) => index !== a && index !== b), joined];
  }
  return clusters[0] ?? [];
}

/** Both lists in one, turned so that the ends that meet are the nearest of the four. */
function joinedAtNearestEnds(
  left: readonly number[],
  right: readonly number[],
  distance: Float64Array,
  count: number,
): number[] {
  const choices = [left, left.toReversed()].flatMap((first) =>
    [right, right.toReversed()].map((second) => ({
      joined: [...first, ...second],
      gap: distance[first.at(-1)! * count + second[0]!]!,
    }))
  );
  return choices.reduce((best, each) => each.gap < best.gap ? each : best).joined;
}
