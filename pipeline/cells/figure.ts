import * as z from "zod/mini";
import type { Text } from "../problem.ts";
import { axisPart, commonParts, namePart, numbersPart, textPart } from "./figure_parts.ts";
import {
  classShares,
  correlationMatrix,
  leaderboardList,
  missingMap,
  rankList,
  reliabilityDiagram,
  scoreDots,
  trialHistory,
} from "./figure_types.ts";
import { plotFigure } from "./plot_figure.ts";

/** One of two histograms that stand side by side, each with its own axis. */
const panel = z.strictObject({
  x: axisPart,
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
    ...commonParts,
    x: axisPart,
    /** k + 1 edges. */
    edges: z.array(z.number()),
    /** k counts each; several series are drawn over one another, such as before and after. */
    series: z.array(z.strictObject({ name: textPart, counts: z.array(z.number()) })),
  }),
  z.strictObject({
    type: z.literal("before-after"),
    ...commonParts,
    before: panel,
    after: panel,
  }),
  z.strictObject({
    type: z.literal("bars"),
    ...commonParts,
    value: axisPart,
    bars: z.array(z.strictObject({
      name: namePart,
      value: z.number(),
      low: z.exactOptional(z.number()),
      high: z.exactOptional(z.number()),
    })),
  }),
  z.strictObject({
    type: z.literal("confusion"),
    ...commonParts,
    classes: z.array(z.string()),
    /** Rows are the truth, columns the prediction. */
    counts: z.array(z.array(z.int())),
    /** The table of the same result that holds the rows behind the counts, and its columns. */
    rows: z.exactOptional(z.strictObject({
      table: z.string(),
      /** The numbers of the rows in the table they are from. */
      row: z.string(),
      truth: z.string(),
      diagnosis: z.string(),
    })),
  }),
  z.strictObject({
    type: z.literal("lines"),
    ...commonParts,
    x: axisPart,
    y: axisPart,
    series: z.array(z.strictObject({
      name: textPart,
      x: numbersPart,
      y: numbersPart,
      /** What it comes to, said beside its name, such as the area under it. */
      detail: z.exactOptional(textPart),
      /** Whether it is no measurement but what others are held against. */
      isReference: z.exactOptional(z.boolean()),
      /** "step": each value holds back to the one before. */
      curve: z.exactOptional(z.enum(["straight", "step"])),
    })),
    /** Where lines are classes: all there are, so that each has the colour that it has in other figures. */
    classes: z.exactOptional(z.array(z.string())),
    /** Places along the axis worth a line across, such as the round that was kept. */
    rules: z.exactOptional(z.array(z.strictObject({ x: z.number(), name: textPart }))),
  }),
  z.strictObject({
    type: z.literal("dots"),
    ...commonParts,
    x: axisPart,
    y: axisPart,
    points: z.strictObject({
      x: numbersPart,
      y: numbersPart,
      category: z.exactOptional(z.array(z.string())),
    }),
  }),
  z.strictObject({
    type: z.literal("map"),
    ...commonParts,
    method: z.enum(["pca", "umap", "tsne"]),
    x: axisPart,
    y: axisPart,
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
        /** Which of `names` is no class, but stands for what fits none. */
        unknown: z.exactOptional(z.int()),
      }),
      z.strictObject({ by: z.literal("number"), name: z.string(), values: numbersPart }),
    ])),
    /** Some columns, for a look at single points. */
    details: z.array(z.strictObject({
      name: z.string(),
      values: z.array(z.union([z.string(), z.number(), z.null()])),
    })),
    /** The table of the same result that holds these rows, and its column of row numbers. */
    table: z.strictObject({
      name: z.string(),
      column: z.string(),
      /** false: the numbers are not those of the table that the cell reads. */
      isOfInput: z.exactOptional(z.boolean()),
    }),
    /** Points that stand back behind the others, each with an index into the categories of the colour. */
    background: z.exactOptional(z.strictObject({
      x: z.array(z.number()),
      y: z.array(z.number()),
      codes: z.array(z.int()),
    })),
  }),
  z.strictObject({
    type: z.literal("beeswarm"),
    ...commonParts,
    x: axisPart,
    /** From the top down; a dot for each of `x`, shaded by its `shade` from 0 (low) to 1 (high), null = missing. */
    swarms: z.array(z.strictObject({
      name: z.string(),
      x: z.array(z.number()),
      shade: numbersPart,
    })),
  }),
  missingMap,
  correlationMatrix,
  classShares,
  scoreDots,
  reliabilityDiagram,
  rankList,
  leaderboardList,
  trialHistory,
  plotFigure,
  z.strictObject({ type: z.literal("markdown"), ...commonParts, text: textPart }),
]);

export type Figure = z.infer<typeof figureSchema>;

/** A figure that is a drawing and nothing more: no text, and no map, whose rows are chosen in it. */
export type DrawnFigure = Exclude<Figure, { type: "markdown" | "map" }>;

/** The figures of a type. */
export type FigureOf<Type extends Figure["type"]> = Extract<Figure, { type: Type }>;

/** An axis of a figure. */
export type Axis = z.infer<typeof axisPart>;

/** An axis; a column's name is the same in both languages. */
export function axisOf(
  label: Text | string,
  scale: Axis["scale"] = "linear",
  domain?: readonly [number, number],
): Axis {
  return {
    label: typeof label === "string" ? { en: label, zh: label } : label,
    scale,
    ...(domain ? { domain: [...domain] } : {}),
  };
}
