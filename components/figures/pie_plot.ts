import type { DrawingRequest } from "./drawable.ts";
import { dressed, type Plot, plotBasics } from "./plot_frame.ts";

/** The height of a pie. */
export const pieHeight = 184;

const radius = 84;
const centre = { x: radius + 8, y: pieHeight / 2 };

/** Draws slices clockwise from the top, and gives the middle of each. */
export function drawPie(
  plot: Plot,
  request: DrawingRequest,
  slices: readonly { readonly size: number; readonly fill: string }[],
): { svg: Element; places: { x: number; y: number }[] } {
  const whole = slices.reduce((sum, { size }) => sum + size, 0);
  let start = 0;
  const turns = slices.map(({ size, fill }) => {
    const from = start;
    start += size / whole;
    return { from, to: start, fill };
  });
  const svg = dressed(plot.plot({
    ...plotBasics(request),
    height: pieHeight,
    margin: 0,
    axis: null,
    marks: [
      (_index, _scales, _values, _dimensions, { document }) => {
        const group = document.createElementNS("http://www.w3.org/2000/svg", "g");
        for (const { from, to, fill } of turns) {
          const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
          path.setAttribute("d", slicePath(from, to));
          path.setAttribute("fill", fill);
          path.setAttribute("stroke", "var(--bg)");
          path.setAttribute("stroke-width", turns.length > 1 ? "1.5" : "0");
          group.append(path);
        }
        return group;
      },
    ],
  }));
  return { svg, places: turns.map(({ from, to }) => on((from + to) / 2, radius * 0.62)) };
}

/** A slice between two parts of a turn; a whole circle is two halves, as an arc cannot end where it began. */
function slicePath(from: number, to: number): string {
  const [begin, end] = [on(from, radius), on(to, radius)];
  if (to - from > 0.9999) {
    const half = on(from + 0.5, radius);
    return `M${spot(begin)}A${radius} ${radius} 0 1 1 ${spot(half)}` +
      `A${radius} ${radius} 0 1 1 ${spot(begin)}Z`;
  }
  const large = to - from > 0.5 ? 1 : 0;
  return `M${spot(centre)}L${spot(begin)}A${radius} ${radius} 0 ${large} 1 ${spot(end)}Z`;
}

function on(turn: number, distance: number): { x: number; y: number } {
  const angle = 2 * Math.PI * turn;
  return {
    x: centre.x + distance * Math.sin(angle),
    y: centre.y - distance * Math.cos(angle),
  };
}

function spot({ x, y }: { x: number; y: number }): string {
  return `${x.toFixed(2)} ${y.toFixed(2)}`;
}
