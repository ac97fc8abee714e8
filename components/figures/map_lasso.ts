/** A place in the drawing, in its pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Which points lie inside a closed line, by the even-odd rule. */
export function pointsInside(line: readonly Place[], points: readonly Place[]): number[] {
  if (line.length < 3) return [];
  const xs = line.map(({ x }) => x), ys = line.map(({ y }) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  return points.flatMap((point, index) => {
    const isNear = point.x >= left && point.x <= right && point.y >= top && point.y <= bottom;
    return isNear && isInside(line, point) ? [index] : [];
  });
}

function isInside(line: readonly Place[], { x, y }: Place): boolean {
  let inside = false;
  for (let at = 0, before = line.length - 1; at < line.length; before = at++) {
    const a = line[at], b = line[before];
    if (a === undefined || b === undefined) continue;
    const crosses = (a.y > y) !== (b.y > y) &&
      x < (b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x;
    if (crosses) inside = !inside;
  }
  return inside;
}

/** The corners of a rectangle between two places. */
export function rectangle(from: Place, to: Place): Place[] {
  return [from, { x: to.x, y: from.y }, to, { x: from.x, y: to.y }];
}

/** The nearest of the points at most `reach` away; undefined where there is none. */
export function nearestPoint(
  points: readonly Place[],
  { x, y }: Place,
  reach: number,
  isShown: (point: number) => boolean,
): number | undefined {
  let nearest: number | undefined;
  let least = reach * reach;
  for (const [index, point] of points.entries()) {
    const square = (point.x - x) ** 2 + (point.y - y) ** 2;
    if (square <= least && isShown(index)) {
      least = square;
      nearest = index;
    }
  }
  return nearest;
}
