/** A point of a live curve. */
export interface MetricPoint {
  readonly name: string;
  readonly step: number;
  readonly value: number;
  /** The fold it belongs to, from 1, where several are trained. */
  readonly fold?: number;
}

/** The points that pages know how to show. */
export const metricNames = {
  /** By round or epoch. */
  trainLoss: "train loss",
  validationLoss: "validation loss",
  /** By fold, from 1, once it is done. */
  foldScore: "macro-F1",
  foldSeconds: "fold seconds",
  /** The rounds or epochs that were kept of a fold. */
  foldRounds: "fold rounds",
  /** By trial. */
  bestScore: "best macro-F1",
} as const;

/** Only curves longer than this are thinned. */
const shortCurve = 200;

/** Every other point of the long curves, so that a whole curve fits where all its points do not. */
export function thinned<Point extends MetricPoint>(points: readonly Point[]): Point[] {
  const curveOf = ({ name, fold = 0 }: MetricPoint): string => `${fold} ${name}`;
  const lengths = new Map<string, number>();
  for (const point of points) {
    lengths.set(curveOf(point), (lengths.get(curveOf(point)) ?? 0) + 1);
  }
  const places = new Map<string, number>();
  return points.filter((point) => {
    const curve = curveOf(point);
    const place = places.get(curve) ?? 0;
    places.set(curve, place + 1);
    return (lengths.get(curve) ?? 0) <= shortCurve || place % 2 === 0;
  });
}
