import type { FieldSpec } from "./field_spec.ts";

type NumberSpec = Extract<FieldSpec, { type: "number" }>;

/** Positions of a slider from its one end to the other. */
export const positions = 1000;

/** How the values of a number field lie along a slider. */
export interface SliderScale {
  /** From a value to a position, 0 to {@linkcode positions}. */
  position(value: number): number;
  /** From a position to a value that reads well. */
  value(position: number): number;
  /** The value one step up (1) or down (−1), as an arrow key goes. */
  next(value: number, direction: 1 | -1): number;
}

/** Ranges whose ends differ by this factor are drawn logarithmically. */
const logFrom = 100;

/** The scale of a field's slider; undefined where its range is too wide to be pulled through. */
export function sliderScale({ minimum, maximum, isInteger }: NumberSpec): SliderScale | undefined {
  const span = maximum - minimum;
  if (!Number.isFinite(span) || span <= 0 || maximum > 20_000) return undefined;
  if (minimum > 0 && maximum / minimum > 1e6) return undefined;
  const isLog = minimum > 0 && maximum / minimum >= logFrom;
  const [from, to] = isLog ? [Math.log(minimum), Math.log(maximum)] : [minimum, maximum];
  const rounded = (value: number): number => {
    const within = Math.min(maximum, Math.max(minimum, value));
    if (isInteger) return Math.round(isLog ? Number(within.toPrecision(2)) : within);
    return isLog ? Number(within.toPrecision(2)) : roundedTo(within, span / 100);
  };
  return {
    position: (value) => {
      const place = isLog ? Math.log(Math.max(value, minimum)) : value;
      const share = (place - from) / (to - from);
      return Math.round(positions * Math.min(1, Math.max(0, share)));
    },
    value: (position) => {
      const place = from + (to - from) * position / positions;
      return rounded(isLog ? Math.exp(place) : place);
    },
    next: (value, direction) => {
      const step = isLog ? value / 10 : 10 ** Math.floor(Math.log10(span / 50));
      return rounded(value + direction * (isInteger ? Math.max(1, Math.round(step)) : step));
    },
  };
}

/** `value` to a multiple of the power of ten that is not larger than `step`. */
function roundedTo(value: number, step: number): number {
  const digits = Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
  return Number(value.toFixed(Math.min(digits, 12)));
}
