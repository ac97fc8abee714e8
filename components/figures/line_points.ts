type Place = number | Date | null;

interface Point {
  readonly x: Place;
  readonly y: Place;
}

/** So many points a pixel are drawn as they are. */
const pointsAPixel = 2;

/**
 * The points of a line as far as they can be seen at this width: of very many, for each pixel the first, the
 * least, the greatest and the last, in their order, so that no peak is lost.
 */
export function linePoints<P extends Point>(points: readonly P[], width: number): readonly P[] {
  if (points.length <= width * pointsAPixel * 2) return points;
  const size = Math.ceil(points.length / width);
  const kept: P[] = [];
  for (let start = 0; start < points.length; start += size) {
    const run = points.slice(start, start + size);
    const chosen = new Set<P>();
    const [first, last] = [run[0], run.at(-1)];
    if (first) chosen.add(first);
    let least: P | undefined, most: P | undefined;
    for (const point of run) {
      if (point.y === null) continue;
      if (least === undefined || Number(point.y) < Number(least.y)) least = point;
      if (most === undefined || Number(point.y) > Number(most.y)) most = point;
    }
    for (const point of [least, most, last]) if (point) chosen.add(point);
    kept.push(...run.filter((point) => chosen.has(point)));
  }
  return kept;
}
