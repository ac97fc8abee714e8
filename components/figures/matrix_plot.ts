import type { DrawingRequest, DrawnPoint } from "./drawable.ts";
import { inkPaths } from "./ink_paths.ts";
import { dressed, placeOn, type Plot, plotBasics } from "./plot_frame.ts";
import { clipped, pixelWidth } from "./shown_names.ts";

/** One cell of a matrix. */
export interface MatrixCell {
  readonly row: number;
  readonly column: number;
  /** A colour as SVG attributes name it. */
  readonly fill: string;
  readonly opacity?: number;
  /** What stands in it, where there is room. */
  readonly text?: string;
  readonly ink?: string;
}

/** A matrix: names at the left, heads above, cells. */
export interface Matrix {
  readonly rows: readonly string[];
  readonly heads: readonly string[];
  /** How much of the width may go to the names, from 0 to 1. */
  readonly nameShare?: number;
  readonly cells: readonly MatrixCell[];
  readonly cellHeight: number;
  /** How wide heads may be that have no neighbours; absent: as wide as a cell. */
  readonly headWidth?: number;
}

const headHeight = 20;
const smallestName = 9;
/** So many pixels, or fewer, have heads that are numbers. */
const widestNumber = 24;

/** The height of a matrix with so many rows. */
export function matrixHeight(rows: number, cellHeight: number): number {
  return headHeight + rows * cellHeight + 2;
}

/** How high the cells of a matrix of that size are, at that width. */
export function cellHeightOf(count: number, width: number): number {
  return Math.max(10, Math.min(28, Math.floor(width * 0.75 / Math.max(1, count))));
}

/** How wide the names of a matrix are, and what is left for a cell. */
export function matrixWidths(
  { rows, heads, nameShare = 0.3 }: Pick<Matrix, "rows" | "heads" | "nameShare">,
  width: number,
): { readonly left: number; readonly cell: number } {
  const widest = Math.max(0, ...rows.map(pixelWidth));
  const left = Math.ceil(Math.min(widest, width * nameShare, 180)) + 12;
  return { left, cell: (width - left) / Math.max(1, heads.length) };
}

/** Draws a matrix and gives the place and the frame of each cell. */
export function drawMatrix(
  plot: Plot,
  request: DrawingRequest,
  matrix: Matrix,
): { svg: Element; place: (row: number, column: number) => Pick<DrawnPoint, "x" | "y" | "box"> } {
  const { rows, heads, cells, cellHeight, headWidth = 0 } = matrix;
  const { width } = request;
  const { left, cell } = matrixWidths(matrix, width);
  const fontSize = Math.max(smallestName, Math.min(12, cellHeight - 1));
  // All cells say something or none does: half a matrix of numbers would mislead.
  const widest = Math.max(1, ...cells.map(({ text = "" }) => pixelWidth(text)));
  const textSize = Math.min(fontSize, Math.floor(12 * (cell - 4) / widest));
  // A number that is cut says nothing: where they are too wide, every so many stand whole.
  const widestHead = Math.max(1, ...heads.map(pixelWidth));
  const step = headWidth === 0 && widestHead <= widestNumber
    ? Math.ceil((widestHead + 2) / cell)
    : 1;
  const drawing = plot.plot({
    ...plotBasics(request),
    height: matrixHeight(rows.length, cellHeight),
    marginTop: headHeight,
    marginBottom: 2,
    marginLeft: left,
    marginRight: 0,
    x: {
      type: "band",
      domain: heads.map((_, column) => column),
      axis: null,
      padding: 0,
      round: false,
    },
    y: { type: "band", domain: rows.map((_, row) => row), axis: null, padding: 0, round: false },
    marks: [
      (_index, scales, _values, _dimensions, { document }) => {
        const inset = cell > 6 && cellHeight > 6 ? 0.5 : 0;
        const [width, height] = [cell - 2 * inset, cellHeight - 2 * inset];
        return inkPaths(document, cells, ({ row, column }) => {
          const [x, y] = [Number(scales.x?.(column)) + inset, Number(scales.y?.(row)) + inset];
          return `M${x.toFixed(2)} ${y.toFixed(2)}h${width.toFixed(2)}v${height.toFixed(2)}` +
            `h${(-width).toFixed(2)}z`;
        });
      },
      ...(textSize < smallestName ? [] : [
        plot.text(cells, {
          x: "column",
          y: "row",
          text: ({ text = "" }: MatrixCell) => text,
          fill: ({ ink }: MatrixCell) => ink ?? "var(--text)",
          fontSize: textSize,
        }),
      ]),
      plot.text(rows, {
        y: (_: string, row: number) => row,
        text: (name: string) => clipped(name, left - 12),
        frameAnchor: "left",
        textAnchor: "start",
        dx: -left,
        fill: "var(--text)",
        fontSize,
      }),
      plot.text(heads, {
        x: (_: string, column: number) => column,
        text: (head: string, column: number) =>
          column % step === 0 ? clipped(head, Math.max(cell * step - 2, headWidth, 12)) : "",
        frameAnchor: "top",
        dy: -headHeight / 2,
        fill: "var(--text-2)",
        fontSize: 11,
      }),
    ],
  });
  const [across, down] = [placeOn(drawing, "x"), placeOn(drawing, "y")];
  return {
    svg: dressed(drawing),
    place: (row, column) => {
      const [x, y] = [across(column) ?? left, down(row) ?? headHeight];
      return {
        x,
        y,
        box: { x: x - cell / 2, y: y - cellHeight / 2, width: cell, height: cellHeight },
      };
    },
  };
}

/** The step of the scale of shades, 0 to 9, for a share; any share above 0 is above step 0. */
export function shadeOf(share: number): number {
  if (!(share > 0)) return 0;
  return Math.min(9, Math.max(1, Math.ceil(share * 9.5 - 0.25)));
}

/** The colour of a step, and of the text on it. */
export function shadeInks(step: number): { readonly fill: string; readonly ink: string } {
  return {
    fill: `var(--q${step})`,
    ink: step === 0 ? "var(--text-3)" : `var(--q-ink-${step < 5 ? "low" : "high"})`,
  };
}
