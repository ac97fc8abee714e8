import { z } from "zod";
import type { FittedNovelty } from "./fit_novelty.ts";
import { gridLength, type NoveltyGrid } from "./novelty_grid.ts";

const grid = z.strictObject({
  count: z.int().min(1),
  /** float32, descending. */
  scores: z.base64(),
}).refine(({ count, scores }) => floatCount(scores) === gridLength(count));

/**
 * What tells strange rows from those like the training rows, as it stands in the summary. Arrays are little-endian
 * float32 in base64. It holds no training row.
 */
export const storedNoveltySchema = z.strictObject({
  /** Ascending indices of the features looked at. */
  columns: z.array(z.int().min(0)).min(1),
  centres: z.base64(),
  scales: z.base64(),
  offsets: z.base64(),
  discriminants: z.base64(),
  constants: z.base64(),
  directions: z.base64(),
  limits: z.base64(),
  temperature: z.number().positive(),
  doubt: grid,
  distance: grid,
  together: grid,
  /** Of whole incidents, where the training table had some. */
  incidents: grid.exactOptional(),
}).refine(({ columns, centres, scales, offsets, discriminants, constants, directions, limits }) =>
  [centres, scales, offsets, limits].every((each) => floatCount(each) === columns.length) &&
  floatCount(discriminants) === columns.length * floatCount(constants) &&
  floatCount(directions) === columns.length ** 2
);

/** See {@linkcode storedNoveltySchema}. */
export type StoredNovelty = z.infer<typeof storedNoveltySchema>;

/** Writes what was fitted as the summary keeps it. */
export function storeNovelty(
  { space, temperature, doubt, distance, together, incidents }: FittedNovelty,
): StoredNovelty {
  return {
    columns: [...space.columns],
    centres: base64(space.centres),
    scales: base64(space.scales),
    offsets: base64(space.offsets),
    discriminants: base64(space.discriminants),
    constants: base64(space.constants),
    directions: base64(space.directions),
    limits: base64(space.limits),
    temperature,
    doubt: storeGrid(doubt),
    distance: storeGrid(distance),
    together: storeGrid(together),
    ...(incidents ? { incidents: storeGrid(incidents) } : {}),
  };
}

/** Reads back what {@linkcode storeNovelty} wrote. */
export function readNovelty(stored: StoredNovelty): FittedNovelty {
  return {
    space: {
      columns: Int32Array.from(stored.columns),
      centres: Float64Array.from(floats(stored.centres)),
      scales: Float64Array.from(floats(stored.scales)),
      offsets: Float64Array.from(floats(stored.offsets)),
      discriminants: floats(stored.discriminants),
      constants: floats(stored.constants),
      directions: floats(stored.directions),
      limits: floats(stored.limits),
    },
    temperature: stored.temperature,
    doubt: readGrid(stored.doubt),
    distance: readGrid(stored.distance),
    together: readGrid(stored.together),
    ...(stored.incidents ? { incidents: readGrid(stored.incidents) } : {}),
  };
}

function storeGrid({ count, scores }: NoveltyGrid): StoredNovelty["doubt"] {
  return { count, scores: base64(scores) };
}

function readGrid({ count, scores }: StoredNovelty["doubt"]): NoveltyGrid {
  return { count, scores: floats(scores) };
}

function base64(numbers: Float32Array | Float64Array): string {
  return new Uint8Array(Float32Array.from(numbers).buffer).toBase64();
}

function floats(text: string): Float32Array {
  return new Float32Array(Uint8Array.fromBase64(text).buffer);
}

function floatCount(text: string): number {
  return Uint8Array.fromBase64(text).length / 4;
}
