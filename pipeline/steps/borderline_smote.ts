import { z } from "zod";
import type { ParamMeta } from "../param_meta.ts";
import { Random } from "../random.ts";
import { partOf } from "../run_context.ts";
import { growthParams, rowsOfClass, rowsToMake } from "./class_growth.ts";
import { appendBetween, drawPairs, type RowPairs } from "./made_rows.ts";
import { neighbourFinder, standardRows } from "./nearest_rows.ts";
import type { RowStep } from "./row_step.ts";
import { neighboursParam } from "./smote.ts";

const params = z.strictObject({
  ...growthParams,
  neighbours: neighboursParam,
  surroundings: z.int().min(1).max(100).default(10).meta(
    {
      label: { en: "Surroundings", zh: "邻域行数" },
      help: {
        en: "A row is on the border if at least half of this many nearest rows, but not all, " +
          "are of other classes.",
        zh: "若最近的这些行中至少一半但并非全部属于其他类别，则该行位于边界。",
      },
    } satisfies ParamMeta,
  ),
});

/**
 * SMOTE that starts from the rows on the border only (Han, Wang & Mao, "Borderline-SMOTE", 2005, variant 1;
 * every class against all others, as in imbalanced-learn): at least half of the rows around them are of
 * other classes, but not all: those count as noise. A class without a row on the border stays as it is.
 */
export const borderlineSmote: RowStep<z.infer<typeof params>> = {
  role: "row",
  name: "borderline-smote",
  version: 1,
  title: { en: "Borderline SMOTE", zh: "边界 SMOTE 过采样" },
  summary: {
    en: "Adds rows to the rarer classes where these border on others.",
    zh: "仅在少数类别与其他类别的交界处插值生成新的训练行。",
  },
  params,
  cost: "costly",

  apply: (rows, params, context) => {
    const { labels, matrix } = rows;
    const { codes } = labels;
    const random = new Random(context.seed);
    const standard = standardRows(matrix);
    const around = neighbourFinder(
      standard,
      Int32Array.from(codes.keys()),
      params.surroundings,
      random.uint32(),
    );
    const isOnBorder = (row: number): boolean => {
      const near = around(row);
      const others = near.filter((other) => codes[other] !== codes[row]).length;
      return 2 * others >= near.length && others < near.length;
    };
    const pairs: RowPairs = { origins: [], partners: [] };
    const counts = rowsToMake(labels, params);
    for (const [code, count] of counts.entries()) {
      if (count === 0) continue;
      const part = partOf(context, code / counts.length, (code + 1) / counts.length);
      const ofClass = rowsOfClass(labels, code);
      const border = ofClass.filter((row, position) => {
        part.progress(position / ofClass.length / 2);
        return isOnBorder(row);
      });
      if (border.length === 0) continue;
      const finder = neighbourFinder(standard, ofClass, params.neighbours, random.uint32());
      const before = pairs.origins.length;
      drawPairs(pairs, border, count, finder, random, (made) => {
        part.progress(0.5 + (made - before) / count / 2);
      });
    }
    return appendBetween(rows, pairs, random);
  },
};
