/** The width of a field in pixels. */
export const fieldSize = 4;

/** Dots that fall into one small square: how many, which was first, and the colour most of them have. */
export interface DotField {
  readonly x: number;
  readonly y: number;
  readonly count: number;
  readonly first: number;
  readonly fill: string;
  /** The more dots, the denser, by powers. */
  readonly opacity: number;
}

interface PlacedDot {
  readonly x: number;
  readonly y: number;
  readonly index: number;
  readonly fill: string;
}

/** Takes dots together square by square. */
export function dotFields(dots: readonly PlacedDot[]): DotField[] {
  const fields = new Map<string, { column: number; row: number; dots: PlacedDot[] }>();
  for (const dot of dots) {
    const [column, row] = [Math.floor(dot.x / fieldSize), Math.floor(dot.y / fieldSize)];
    const key = `${column} ${row}`;
    const field = fields.get(key);
    if (field) field.dots.push(dot);
    else fields.set(key, { column, row, dots: [dot] });
  }
  const most = [...fields.values()].reduce(
    (high, { dots: { length } }) => Math.max(high, length),
    1,
  );
  return [...fields.values()].map(({ column, row, dots }) => {
    const fill = mostFrequent(dots);
    return {
      x: column * fieldSize,
      y: row * fieldSize,
      count: dots.length,
      first: dots.find((dot) => dot.fill === fill)?.index ?? 0,
      fill,
      opacity: 0.25 + 0.75 * Math.log1p(dots.length - 1) / Math.max(1, Math.log1p(most - 1)),
    };
  });
}

function mostFrequent(dots: readonly PlacedDot[]): string {
  const counts = new Map<string, number>();
  for (const { fill } of dots) counts.set(fill, (counts.get(fill) ?? 0) + 1);
  let best = "", most = 0;
  for (const [fill, count] of counts) if (count > most) [best, most] = [fill, count];
  return best;
}
