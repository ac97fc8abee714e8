import type { RunContext } from "../run_context.ts";
import type { DenseRows } from "./dense_rows.ts";
import { principalComponents } from "./principal_components.ts";
import { tsne } from "./tsne.ts";
import { umap } from "./umap.ts";

/** How rows come to lie on a plane. */
export type ProjectionMethod = "pca" | "umap" | "tsne";

/** See {@linkcode ProjectionMethod}; what does not belong to the method counts for nothing. */
export interface ProjectionOptions {
  readonly method: ProjectionMethod;
  readonly perplexity: number;
  readonly neighbours: number;
  readonly minDistance: number;
}

/** Rows on a plane: n×2 row-major, and how well the plane holds them. */
export type Projection =
  & { readonly coordinates: Float64Array }
  & (
    /** The shares of the variance along both axes. */
    | { readonly method: "pca"; readonly explained: readonly [number, number] }
    | { readonly method: "tsne"; readonly divergence: number; readonly perplexity: number }
    | { readonly method: "umap" }
  );

/** Puts rows, at least three of them, on a plane. @throws {HealerError} when cancelled */
export function project(
  rows: DenseRows,
  { method, ...options }: ProjectionOptions,
  context: RunContext,
): Projection {
  switch (method) {
    case "pca":
      return byComponents(rows, context);
    case "tsne":
      return { method, ...tsne(rows, options, context) };
    case "umap":
      return { method, coordinates: umap(rows, options, context) };
  }
}

function byComponents(rows: DenseRows, context: RunContext): Projection {
  const { count, coordinates, explained: [first = 0, second = 0] } = principalComponents(
    rows,
    2,
    context,
  );
  const explained: [number, number] = [first, second];
  if (count === 2) return { method: "pca", coordinates, explained };
  const line = new Float64Array(2 * rows.rows);
  for (let row = 0; row < rows.rows; row++) line[2 * row] = coordinates[row]!;
  return { method: "pca", coordinates: line, explained };
}
