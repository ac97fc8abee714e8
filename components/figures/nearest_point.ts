import type { Drawing, DrawnPoint } from "./drawable.ts";

/** So far from the pointer a point is still meant. */
const reach = 40;

/** The index of the point that is meant at a place of a drawing; undefined where there is none near. */
export function nearestPoint(
  { points, nearest }: Pick<Drawing, "points" | "nearest">,
  x: number,
  y: number,
): number | undefined {
  const within = points.findIndex(({ box }) =>
    box !== undefined && nearest === "xy" && x >= box.x && x < box.x + box.width && y >= box.y &&
    y < box.y + box.height
  );
  if (within >= 0) return within;
  let best: number | undefined, least = nearest === "xy" ? reach : Infinity;
  for (const [index, point] of points.entries()) {
    const distance = distanceTo(point, nearest, x, y);
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}

function distanceTo(
  point: DrawnPoint,
  nearest: Drawing["nearest"],
  x: number,
  y: number,
): number {
  if (nearest === "x") return Math.abs(point.x - x);
  if (nearest === "y") return Math.abs(point.y - y);
  return Math.hypot(point.x - x, point.y - y);
}

/** The point that a key leads to; undefined for keys that lead nowhere. */
export function pointByKey(
  { points: { length }, columns = 1 }: Pick<Drawing, "points" | "columns">,
  at: number | undefined,
  key: string,
): number | undefined {
  const step = steps(columns)[key];
  if (key === "Home" && length > 0) return 0;
  if (key === "End" && length > 0) return length - 1;
  if (step === undefined || length === 0) return undefined;
  if (at === undefined) return step > 0 ? 0 : length - 1;
  const next = at + step;
  return next < 0 || next >= length ? at : next;
}

function steps(columns: number): Readonly<Record<string, number>> {
  return { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns };
}
