import { z } from "zod";
import type { ParamMeta } from "../param_meta.ts";
import { Random } from "../random.ts";
import { growthParams, rowsOfClass, rowsToMake } from "./class_growth.ts";
import { appendBetween, drawPairs, type RowPairs } from "./made_rows.ts";
import { neighbourFinder, standardRows } from "./nearest_rows.ts";
import type { RowStep } from "./row_step.ts";

/** How many rows of the class may be the other end of a made-up row; of all the SMOTE steps. */
export const neighboursParam = z.int().min(1).max(100).default(5).meta(
  {
    label: { en: "Neighbours", zh: "近邻数" },
    help: {
      en: "A new row lies between a row and one of this many nearest rows of its class.",
      zh: "新行位于某一行与同类中若干最近邻之一的连线上。",
    },
    search: { low: 2, high: 12, scale: "linear" },
  } satisfies ParamMeta,
);

const params = z.strictObject({ ...growthParams, neighbours: neighboursParam });

/**
 * Adds rows between a row of a rarer class and one of its nearest neighbours of that class (Chawla et al.,
 * "SMOTE: Synthetic minority over-sampling technique", 2002). All columns of a new row lie at one point of
 * the line, as the paper's text has it and imbalanced-learn does. Every row of the class is the origin as
 * often as any other but once. A row without a neighbour, such as the only one of its class, is copied.
 */
export const smote: RowStep<z.infer<typeof params>> = {
  role: "row",
  name: "smote",
  version: 1,
  title: { en: "SMOTE", zh: "SMOTE 过采样" },
  summary: {
    en: "Adds rows to the rarer classes that lie between two near rows of the class.",
    zh: "在少数类别相邻的两行之间插值生成新的训练行。",
  },
  params,

  apply: (rows, params, context) => {
    const { labels } = rows;
    const random = new Random(context.seed);
    const standard = standardRows(rows.matrix);
    const pairs: RowPairs = { origins: [], partners: [] };
    const counts = rowsToMake(labels, params);
    const total = counts.reduce((sum, count) => sum + count, 0);
    for (const [code, count] of counts.entries()) {
      if (count === 0) continue;
      const ofClass = rowsOfClass(labels, code);
      const finder = neighbourFinder(standard, ofClass, params.neighbours, random.uint32());
      drawPairs(pairs, ofClass, count, finder, random, (made) => context.progress(made / total));
    }
    return appendBetween(rows, pairs, random);
  },
};
