/** Points that are nearer to one another than this, along both axes together, are one to begin with. */
const finest = 1 / 2500;

/** How points are joined: straight on, or each height held back to the point before. */
export type Joining = "straight" | "step";

/**
 * The indices of at most `limit` points, from 2 on, of a curve in the unit square that look like the whole: its
 * ends, then again and again the point where the curve as drawn so far is furthest off (Douglas & Peucker 1973;
 * for steps by area). All of them where there are no more.
 */
export function thinCurve(
  x: readonly number[],
  y: readonly number[],
  limit: number,
  joining: Joining,
): number[] {
  if (x.length <= limit) return [...x.keys()];
  const apart = pointsApart(x, y);
  const curve = { x: apart.map((index) => x[index]!), y: apart.map((index) => y[index]!) };
  const worst = joining === "step" ? worstStep : worstStraight;
  const pieceOf = (from: number, to: number): Piece => ({ from, to, ...worst(curve, from, to) });
  const pieces = [pieceOf(0, apart.length - 1)];
  while (pieces.length < limit - 1) {
    let furthest = 0;
    for (const [index, { error }] of pieces.entries()) {
      if (error > pieces[furthest]!.error) furthest = index;
    }
    const { from, to, split, error } = pieces[furthest]!;
    if (error <= 0) break;
    pieces.splice(furthest, 1, pieceOf(from, split), pieceOf(split, to));
  }
  return [0, ...pieces.map(({ to }) => to)].map((position) => apart[position]!);
}

interface Curve {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** A part of the curve that is drawn as one line: how far off that is, and where best to part it. */
interface Piece {
  readonly from: number;
  readonly to: number;
  readonly split: number;
  readonly error: number;
}

/** The points that are far enough from the one kept before; the ends are among them. */
function pointsApart(x: readonly number[], y: readonly number[]): number[] {
  const last = x.length - 1;
  let kept = 0;
  return [...x.keys()].filter((index) => {
    const isKept = index === 0 || index === last ||
      Math.abs(x[index]! - x[kept]!) + Math.abs(y[index]! - y[kept]!) >= finest;
    if (isKept) kept = index;
    return isKept;
  });
}

/** The point that is furthest from the straight line, by its distance. */
function worstStraight({ x, y }: Curve, from: number, to: number): Omit<Piece, "from" | "to"> {
  const [width, height] = [x[to]! - x[from]!, y[to]! - y[from]!];
  const length = Math.hypot(width, height) || 1;
  let split = from, error = 0;
  for (let point = from + 1; point < to; point++) {
    const across = width * (y[point]! - y[from]!) - height * (x[point]! - x[from]!);
    const distance = Math.abs(across) / length;
    if (distance > error) [split, error] = [point, distance];
  }
  return { split, error };
}

/** The point that halves the area between the steps and the one step that stands for them, and that area. */
function worstStep({ x, y }: Curve, from: number, to: number): Omit<Piece, "from" | "to"> {
  let error = 0;
  for (let point = from + 1; point < to; point++) error += stepArea({ x, y }, point, to);
  let split = to - 1, area = 0;
  for (let point = from + 1; point < to; point++) {
    area += stepArea({ x, y }, point, to);
    if (area < error / 2) continue;
    split = point;
    break;
  }
  return { split, error: split > from ? error : 0 };
}

function stepArea({ x, y }: Curve, point: number, to: number): number {
  return Math.abs(x[point]! - x[point - 1]!) * Math.abs(y[point]! - y[to]!);
}
