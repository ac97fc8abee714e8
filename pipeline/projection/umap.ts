import { UMAP } from "umap-js";
import { Random } from "../random.ts";
import { partOf, type RunContext } from "../run_context.ts";
import type { DenseRows } from "./dense_rows.ts";
import { principalComponents } from "./principal_components.ts";
import { rowNeighbours } from "./row_neighbours.ts";

/** How UMAP draws a map. */
export interface UmapOptions {
  /** How many neighbours, itself among them, each row is held to; lowered where there are too few rows. */
  readonly neighbours: number;
  /** How near rows may come to one another on the map. */
  readonly minDistance: number;
}

/** Where the first places lie, to either side. */
const reach = 10;

/**
 * UMAP (McInnes, Healy & Melville 2018) on the exact nearest neighbours, begun from the first two principal
 * components: n×2 row-major.
 */
export function umap(
  rows: DenseRows,
  { neighbours: wanted, minDistance }: UmapOptions,
  context: RunContext,
): Float64Array {
  const others = Math.max(1, Math.min(wanted, rows.rows - 1) - 1);
  const neighbours = rowNeighbours(rows, others, partOf(context, 0, 0.2));
  const random = new Random(context.seed);
  const work = new UMAP({
    nNeighbors: neighbours.count + 1,
    minDist: minDistance,
    random: () => random.next(),
  });
  const indices: number[][] = [], distances: number[][] = [];
  for (let row = 0; row < rows.rows; row++) {
    const [from, to] = [row * neighbours.count, (row + 1) * neighbours.count];
    indices.push([row, ...neighbours.rows.subarray(from, to)]);
    distances.push([0, ...neighbours.squares.subarray(from, to).map(Math.sqrt)]);
  }
  work.setPrecomputedKNN(indices, distances);
  // With its neighbours known, it asks nothing of the rows but how many there are.
  const epochs = work.initializeFit(indices);
  const places = work.getEmbedding();
  setFirstPlaces(places, rows, partOf(context, 0.2, 0.25), random);
  for (let epoch = 0; epoch < epochs; epoch++) {
    context.progress(0.25 + 0.75 * epoch / epochs);
    work.step();
  }
  return Float64Array.from(places.flat());
}

/** Moves the points, in place, to where the principal components have them, with a little noise. */
function setFirstPlaces(
  places: number[][],
  rows: DenseRows,
  context: RunContext,
  random: Random,
): void {
  const { count, coordinates } = principalComponents(rows, 2, context);
  const farthest = coordinates.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-300);
  for (const [row, place] of places.entries()) {
    for (const axis of place.keys()) {
      const along = axis < count ? coordinates[row * count + axis]! : 0;
      place[axis] = reach * along / farthest + 1e-4 * random.normal();
    }
  }
}
