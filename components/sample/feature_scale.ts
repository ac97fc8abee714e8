import type { FeatureStatistics } from "@/pipeline/diagnosis/model_features.ts";

/** Positions of a slider from its one end to the other. */
export const positions = 1000;

/** How the values of a feature lie along its slider. */
export interface FeatureScale {
  /** From a value to a position, 0 to {@linkcode positions}; what is beyond the ends is at the end. */
  position(value: number): number;
  /** From a position to a value that reads well. */
  value(position: number): number;
  /** The value one step up (1) or down (−1), as an arrow key goes. */
  next(value: number, direction: 1 | -1): number;
}

/** Where the whole range is so many times as wide as the one that matters, its ends are drawn together. */
const longTails = 6;

/** The parts of a slider that an arrow key goes through. */
const steps = 100;

/**
 * The scale of a feature over all values that were in training; undefined where there is nothing to pull through.
 * Long tails are drawn together by an inverse hyperbolic sine, so that the range that matters keeps its room.
 *
 * @param healthy The range of a healthy system, which is the one that matters where it is known.
 */
export function featureScale(
  { all, usual }: Pick<FeatureStatistics, "all" | "usual">,
  healthy?: readonly [number, number],
): FeatureScale | undefined {
  if (all === null) return undefined;
  const [minimum, maximum] = all;
  const span = maximum - minimum;
  if (!(span > 0)) return undefined;
  const [low, high] =
    [healthy, usual].find((range) =>
      range !== undefined && range !== null && isRange(range, span)
    ) ?? all;
  const bend = span > longTails * (high - low)
    ? arcSine((low + high) / 2, (high - low) / 2)
    : straight;
  const from = bend.place(minimum), to = bend.place(maximum);
  const valueAt = (position: number): number =>
    clamp(bend.value(from + (to - from) * position / positions), minimum, maximum);
  const positionOf = (value: number): number =>
    positions * clamp((bend.place(value) - from) / (to - from), 0, 1);
  const rounded = (position: number): number => {
    if (position <= 0) return minimum;
    if (position >= positions) return maximum;
    const step = Math.abs(valueAt(position + 0.5) - valueAt(position - 0.5));
    return clamp(roundedTo(valueAt(position), step), minimum, maximum);
  };
  return {
    position: (value) => Math.round(positionOf(value)),
    value: rounded,
    next: (value, direction) => {
      const next = positionOf(value) + direction * positions / steps;
      return rounded(clamp(next, 0, positions));
    },
  };
}

/** Whether a range is more than a point, as far as numbers are exact. */
function isRange([low, high]: readonly [number, number], span: number): boolean {
  const width = high - low;
  return width > 1e-9 * Math.max(Math.abs(low), Math.abs(high)) && span < 1e30 * width;
}

interface Bend {
  place(value: number): number;
  value(place: number): number;
}

const straight: Bend = { place: (value) => value, value: (place) => place };

function arcSine(centre: number, unit: number): Bend {
  return {
    place: (value) => Math.asinh((value - centre) / unit),
    value: (place) => centre + unit * Math.sinh(place),
  };
}

/** `value` with as few digits as leave it within half of `step`. */
function roundedTo(value: number, step: number): number {
  for (let digits = 1; digits < 15; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.abs(short - value) <= step / 2) return short;
  }
  return value;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
