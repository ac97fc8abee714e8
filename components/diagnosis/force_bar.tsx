import type { JSX } from "preact";

const width = 120;
const middle = width / 2;
/** What is left free at either end. */
const margin = 4;

/** A weight as a bar from the middle: to the right for, to the left against; `largest` reaches the end. */
export function ForceBar(
  { weight, largest, colour }: {
    readonly weight: number;
    readonly largest: number;
    /** The class of the colour of what it speaks for. */
    readonly colour: string | undefined;
  },
): JSX.Element {
  const length = largest === 0 ? 0 : (middle - margin) * Math.abs(weight) / largest;
  return (
    <svg
      class="force-bar"
      viewBox={`0 0 ${width} 20`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect
        class={weight < 0 ? "against-ink" : colour}
        x={weight < 0 ? middle - length : middle}
        y={6}
        width={length}
        height={8}
      />
      <rect class="axis-ink" x={middle - 0.5} width={1} height={20} />
    </svg>
  );
}
