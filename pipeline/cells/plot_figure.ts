import * as z from "zod/mini";
import { commonParts, namePart } from "./figure_parts.ts";

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const value = z.union([cell, z.array(cell)]);
const values = z.record(z.string(), value);
const nested = z.record(z.string(), z.union([value, values]));

/**
 * A drawing that Observable Plot makes of marks, channels, transforms and scales, all of them plain data: nothing in
 * it is ever run. Of the names only the shape is checked here, since every page that shows results loads this; which
 * there are stands in `plot_words.ts`, by which whoever makes one checks it (`plot_check.ts`), and of which whoever
 * draws one draws nothing else.
 */
export const plotFigure = z.strictObject({
  type: z.literal("plot"),
  ...commonParts,
  marks: z.array(z.strictObject({
    mark: z.string(),
    /** Each channel has as many values. */
    rows: z.int(),
    channels: z.record(
      z.string(),
      z.strictObject({
        values: z.array(cell),
        label: z.exactOptional(namePart),
        /** Whether its numbers are milliseconds since 1970 (UTC). */
        isTime: z.exactOptional(z.boolean()),
        /** How it is divided where it is. */
        settings: z.exactOptional(values),
      }),
    ),
    options: nested,
    /** From the first that is applied. */
    transforms: z.exactOptional(z.array(z.strictObject({ name: z.string(), with: nested }))),
  })),
  scales: z.record(z.string(), values),
  layout: values,
});

/** See {@linkcode plotFigure}. */
export type PlotFigure = z.infer<typeof plotFigure>;

/** A mark of a plot. */
export type PlotMark = PlotFigure["marks"][number];

/** A channel of a mark. */
export type PlotChannel = PlotMark["channels"][string];
