import * as z from "zod/mini";
import type { Text } from "../problem.ts";

const textSchema = z.strictObject({ en: z.string(), zh: z.string() });
const numbers = z.array(z.nullable(z.number()));

/** An axis: what it shows, with its unit, and its scale; times are milliseconds since 1970 (UTC). */
const axis = z.strictObject({
  label: textSchema,
  scale: z._default(z.enum(["linear", "log", "time"]), "linear"),
});

/** A line under the figure: what to see in it, or what was left out. */
const caption = z.exactOptional(textSchema);

/** One of two histograms that stand side by side, each with its own axis. */
const panel = z.strictObject({
  x: axis,
  /** k + 1 edges. */
  edges: z.array(z.number()),
  counts: z.array(z.number()),
});

/**
 * Compact data of a drawing, small enough to travel with a result. The page and the report draw the same
 * figure with Observable Plot.
 */
export const figureSchema = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("histogram"),
    title: textSchema,
    caption,
    x: axis,
    /** k + 1 edges. */
    edges: z.array(z.number()),
    /** k counts each; several series are drawn over one another, such as before and after. */
    series: z.array(z.strictObject({ name: textSchema, counts: z.array(z.number()) })),
  }),
  z.strictObject({
    type: z.literal("before-after"),
    title: textSchema,
    caption,
    before: panel,
    after: panel,
  }),
  z.strictObject({
    type: z.literal("bars"),
    title: textSchema,
    caption,
    value: axis,
    bars: z.array(z.strictObject({
      name: z.string(),
      value: z.number(),
      low: z.exactOptional(z.number()),
      high: z.exactOptional(z.number()),
    })),
  }),
  z.strictObject({
    type: z.literal("confusion"),
    title: textSchema,
    caption,
    classes: z.array(z.string()),
    /** Rows are the truth, columns the prediction. */
    counts: z.array(z.array(z.int())),
  }),
  z.strictObject({
    type: z.literal("lines"),
    title: textSchema,
    caption,
    x: axis,
    y: axis,
    series: z.array(z.strictObject({ name: textSchema, x: numbers, y: numbers })),
  }),
  z.strictObject({
    type: z.literal("dots"),
    title: textSchema,
    caption,
    x: axis,
    y: axis,
    points: z.strictObject({
      x: numbers,
      y: numbers,
      category: z.exactOptional(z.array(z.string())),
    }),
  }),
  z.strictObject({
    type: z.literal("map"),
    title: textSchema,
    caption,
    x: axis,
    y: axis,
    /** A point for each number of `rows`, which counts the rows of the table from 1. */
    points: z.strictObject({
      rows: z.array(z.int()),
      x: z.array(z.number()),
      y: z.array(z.number()),
    }),
    /** Null: all points are of one colour. */
    colour: z.nullable(z.discriminatedUnion("by", [
      z.strictObject({
        by: z.literal("category"),
        /** The column that gives it. */
        name: z.string(),
        names: z.array(z.string()),
        /** For each point an index into `names`. */
        codes: z.array(z.int()),
      }),
      z.strictObject({ by: z.literal("number"), name: z.string(), values: numbers }),
    ])),
    /** Some columns, for a look at single points. */
    details: z.array(z.strictObject({
      name: z.string(),
      values: z.array(z.union([z.string(), z.number(), z.null()])),
    })),
    /** The table of the same result that holds these rows, and its column of row numbers. */
    table: z.strictObject({ name: z.string(), column: z.string() }),
  }),
  z.strictObject({
    type: z.literal("beeswarm"),
    title: textSchema,
    caption,
    x: axis,
    /** From the top down; a dot for each of `x`, shaded by its `shade` from 0 (low) to 1 (high), null = missing. */
    swarms: z.array(z.strictObject({ name: z.string(), x: z.array(z.number()), shade: numbers })),
  }),
  z.strictObject({
    type: z.literal("markdown"),
    title: textSchema,
    caption,
    text: textSchema,
  }),
]);

export type Figure = z.infer<typeof figureSchema>;

/** An axis of a figure. */
export type Axis = z.infer<typeof axis>;

/** An axis; a column's name is the same in both languages. */
export function axisOf(label: Text | string, scale: Axis["scale"] = "linear"): Axis {
  return { label: typeof label === "string" ? { en: label, zh: label } : label, scale };
}
