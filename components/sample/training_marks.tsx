import type { JSX } from "preact";
import { type FeatureScale, positions } from "./feature_scale.ts";

/** A range of training rows, and the class of its colour. */
export interface MarkedRange {
  readonly range: readonly [number, number];
  readonly colour: string;
}

/** Where the rows of two classes lie along a slider, and where its value began. */
export function TrainingMarks(
  { scale, upper, lower, start }: {
    readonly scale: FeatureScale;
    readonly upper: MarkedRange | undefined;
    readonly lower: MarkedRange | undefined;
    readonly start: number | null;
  },
): JSX.Element {
  const bar = (mark: MarkedRange | undefined, y: number): JSX.Element | null => {
    if (mark === undefined) return null;
    const [from, to] = mark.range;
    const x = scale.position(from);
    return (
      <rect class={mark.colour} x={x - 3} y={y} width={scale.position(to) - x + 6} height={3} />
    );
  };
  return (
    <svg
      class="training-marks"
      viewBox={`0 0 ${positions} 10`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {bar(upper, 1)}
      {bar(lower, 6)}
      {start !== null && (
        <rect class="value-ink" x={scale.position(start) - 2} width={4} height={10} />
      )}
    </svg>
  );
}
