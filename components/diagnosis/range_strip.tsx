import type { JSX } from "preact";
import type { Range } from "./range_words.ts";
import { stripScale } from "./strip_scale.ts";

const width = 148;

/** A range with the class of its colour. */
export interface ColouredRange {
  readonly range: Range | null;
  readonly colour: string | undefined;
}

/** Two ranges one above the other, and where a value lies; the table beside it says the same in numbers. */
export function RangeStrip(
  { upper, lower, value }: {
    readonly upper: ColouredRange;
    readonly lower: ColouredRange;
    readonly value: number | null;
  },
): JSX.Element {
  const known = [upper.range, lower.range].filter((range) => range !== null);
  const scale = stripScale(known, value);
  const bar = ({ range, colour }: ColouredRange, y: number): JSX.Element | null => {
    if (range === null) return null;
    const [from, to] = range.map((number) => width * scale(number));
    if (from === undefined || to === undefined) return null;
    return <rect class={colour} x={from - 1} y={y} width={Math.max(2, to - from + 2)} height={5} />;
  };
  return (
    <svg class="range-strip" viewBox={`0 0 ${width} 20`} aria-hidden="true">
      <path class="strip-line" d={`M0 10h${width}`} />
      {bar(upper, 3)}
      {bar(lower, 12)}
      {value !== null && (
        <rect class="value-ink" x={width * scale(value) - 1} width={2} height={20} />
      )}
    </svg>
  );
}
