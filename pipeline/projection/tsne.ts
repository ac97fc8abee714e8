import type { RunContext } from "../run_context.ts";
import { partOf } from "../run_context.ts";
import { type Affinities, affinities } from "./affinities.ts";
import type { DenseRows } from "./dense_rows.ts";
import { principalComponents } from "./principal_components.ts";
import { QuadTree } from "./quad_tree.ts";
import { rowNeighbours } from "./row_neighbours.ts";

/** How t-SNE draws a map. */
export interface TsneOptions {
  /** About how many neighbours each row has; lowered where there are too few rows. */
  readonly perplexity: number;
  readonly iterations?: number;
  /** How coarse the repulsion may be; 0 is exact. */
  readonly angle?: number;
}

/** A map and how well it fits. */
export interface TsneMap {
  /** n×2 row-major, with mean 0. */
  readonly coordinates: Float64Array;
  /** The Kullback–Leibler divergence of the map's probabilities from those of the rows, exactly. */
  readonly divergence: number;
  /** The perplexity that was used. */
  readonly perplexity: number;
}

/** The first iterations hold clusters tight, so that they can pass one another. */
const exaggeration = 12;
const exaggerated = 250;

/** So many iterations lie between two points of the live curve. */
const told = 25;

/**
 * t-SNE (van der Maaten & Hinton 2008) by gradient descent with momentum and gains, the repulsion by Barnes–Hut,
 * begun from the first two principal components: no random choice is left.
 */
export function tsne(rows: DenseRows, options: TsneOptions, context: RunContext): TsneMap {
  const { iterations = 1000, angle = 0.5 } = options;
  const perplexity = Math.max(1, Math.min(options.perplexity, (rows.rows - 1) / 3));
  const neighbours = rowNeighbours(rows, Math.ceil(3 * perplexity), partOf(context, 0, 0.15));
  const joint = affinities(neighbours, rows.rows, perplexity);
  const coordinates = firstPlaces(rows, partOf(context, 0.15, 0.2));
  const descent = new Descent(joint, coordinates, angle);
  for (let iteration = 0; iteration < iterations; iteration++) {
    context.progress(0.2 + 0.8 * iteration / iterations);
    const isEarly = iteration < Math.min(exaggerated, iterations / 4);
    descent.step(isEarly ? exaggeration : 1, isEarly ? 0.5 : 0.8);
    if (iteration % told === told - 1) context.metric?.("KL", iteration + 1, descent.divergence());
  }
  return { coordinates, divergence: exactDivergence(joint, coordinates), perplexity };
}

/** The first two principal components, small. */
function firstPlaces(rows: DenseRows, context: RunContext): Float64Array {
  const { count, coordinates } = principalComponents(rows, 2, context);
  const places = new Float64Array(2 * rows.rows);
  let variance = 0;
  for (let row = 0; row < rows.rows; row++) variance += coordinates[row * count]! ** 2 / rows.rows;
  const scale = variance === 0 ? 0 : 1e-4 / Math.sqrt(variance);
  for (let row = 0; row < rows.rows; row++) {
    places[2 * row] = scale * coordinates[row * count]!;
    places[2 * row + 1] = count < 2 ? 0 : scale * coordinates[row * count + 1]!;
  }
  return places;
}

/** Moves the points downhill. */
class Descent {
  private readonly gradient: Float64Array;
  private readonly speed: Float64Array;
  private readonly gains: Float64Array;
  private readonly repulsion: Float64Array;
  private readonly tree: QuadTree;
  private readonly rate: number;
  private normaliser = 1;

  constructor(
    private readonly joint: Affinities,
    private readonly points: Float64Array,
    private readonly angle: number,
  ) {
    const { length } = points;
    this.gradient = new Float64Array(length);
    this.speed = new Float64Array(length);
    this.gains = new Float64Array(length).fill(1);
    this.repulsion = new Float64Array(length);
    this.tree = new QuadTree(length / 2);
    // Belkina et al., "Automated optimized parameters for t-SNE", 2019.
    this.rate = Math.max(50, length / 2 / exaggeration / 4);
  }

  step(exaggerate: number, momentum: number): void {
    this.findGradient(exaggerate);
    const { gradient, speed, gains, points, rate } = this;
    for (let at = 0; at < points.length; at++) {
      const isOnward = (gradient[at]! > 0) !== (speed[at]! > 0);
      gains[at] = Math.max(0.01, isOnward ? gains[at]! + 0.2 : gains[at]! * 0.8);
      speed[at] = momentum * speed[at]! - rate * gains[at]! * gradient[at]!;
      points[at]! += speed[at]!;
    }
    centre(points);
  }

  /** The divergence as of the last step's normaliser, for the live curve. */
  divergence(): number {
    return divergenceOf(this.joint, this.points, this.normaliser);
  }

  private findGradient(exaggerate: number): void {
    const { joint: { starts, columns, values }, points, gradient, repulsion, tree } = this;
    tree.build(points);
    let normaliser = 0;
    const { found } = tree;
    for (let row = 0; row < points.length / 2; row++) {
      tree.repel(points, row, this.angle);
      repulsion[2 * row] = found.x;
      repulsion[2 * row + 1] = found.y;
      normaliser += found.normaliser;
    }
    this.normaliser = normaliser = Math.max(normaliser, 1e-300);
    for (let row = 0; row < points.length / 2; row++) {
      const x = points[2 * row]!, y = points[2 * row + 1]!;
      let pullX = 0, pullY = 0;
      for (let at = starts[row]!, end = starts[row + 1]!; at < end; at++) {
        const other = 2 * columns[at]!;
        const dx = x - points[other]!, dy = y - points[other + 1]!;
        const weight = values[at]! / (1 + dx * dx + dy * dy);
        pullX += weight * dx;
        pullY += weight * dy;
      }
      gradient[2 * row] = 4 * (exaggerate * pullX - repulsion[2 * row]! / normaliser);
      gradient[2 * row + 1] = 4 * (exaggerate * pullY - repulsion[2 * row + 1]! / normaliser);
    }
  }
}

function centre(points: Float64Array): void {
  let x = 0, y = 0;
  for (let at = 0; at < points.length; at += 2) {
    x += points[at]!;
    y += points[at + 1]!;
  }
  x /= points.length / 2;
  y /= points.length / 2;
  for (let at = 0; at < points.length; at += 2) {
    points[at]! -= x;
    points[at + 1]! -= y;
  }
}

function exactDivergence(joint: Affinities, points: Float64Array): number {
  let normaliser = 0;
  for (let i = 0; i < points.length; i += 2) {
    for (let j = 0; j < i; j += 2) {
      const dx = points[i]! - points[j]!, dy = points[i + 1]! - points[j + 1]!;
      normaliser += 2 / (1 + dx * dx + dy * dy);
    }
  }
  return divergenceOf(joint, points, normaliser);
}

function divergenceOf(
  { starts, columns, values }: Affinities,
  points: Float64Array,
  normaliser: number,
): number {
  let sum = 0;
  for (let row = 0; row < points.length / 2; row++) {
    for (let at = starts[row]!, end = starts[row + 1]!; at < end; at++) {
      const other = 2 * columns[at]!;
      const dx = points[2 * row]! - points[other]!, dy = points[2 * row + 1]! - points[other + 1]!;
      const share = 1 / (1 + dx * dx + dy * dy) / normaliser;
      if (values[at]! > 0) sum += values[at]! * Math.log(values[at]! / share);
    }
  }
  return sum;
}
