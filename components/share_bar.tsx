import type { JSX } from "preact";
import { faultColours } from "./fault_colours.ts";

const width = 1000;
const gap = 6;

/** How rows fall on classes, as one bar; what it says stands in words beside it. */
export function ShareBar(
  { counts }: { counts: readonly { readonly fault: string; readonly rows: number }[] },
): JSX.Element {
  const colours = faultColours(counts.map(({ fault }) => fault));
  const all = counts.reduce((sum, { rows }) => sum + rows, 0);
  const present = counts.filter(({ rows }) => rows > 0).toSorted((a, b) => b.rows - a.rows);
  let start = 0;
  return (
    <svg
      class="share-bar"
      viewBox={`0 0 ${width} 8`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {present.map(({ fault, rows }) => {
        const x = start;
        const length = width * rows / all;
        start += length;
        return (
          <rect
            key={fault}
            class={colours.get(fault)}
            x={x}
            width={Math.max(2, length - gap)}
            height={8}
          />
        );
      })}
    </svg>
  );
}

/** The class with the most rows and its share of them. */
export function largestShare(
  counts: readonly { readonly fault: string; readonly rows: number }[],
): { readonly fault: string; readonly rows: number; readonly share: number } | undefined {
  const all = counts.reduce((sum, { rows }) => sum + rows, 0);
  const [first] = counts.toSorted((a, b) => b.rows - a.rows);
  return first === undefined || all === 0 ? undefined : { ...first, share: first.rows / all };
}
