import { z } from "zod";
import { Random } from "../random.ts";
import { growthParams, rowsOfClass, rowsToMake } from "./class_growth.ts";
import { appendBetween, drawPairs, type RowPairs } from "./made_rows.ts";
import type { RowStep } from "./row_step.ts";

const params = z.strictObject(growthParams);

/** Copies rows of the rarer classes, each as often as any other of its class but once. */
export const oversampleRandom: RowStep<z.infer<typeof params>> = {
  role: "row",
  name: "oversample-random",
  version: 1,
  title: { en: "Oversample at random", zh: "随机过采样" },
  summary: {
    en: "Copies training rows of the rarer classes until they have enough.",
    zh: "复制少数类别的训练行，直至数量足够。",
  },
  params,

  apply: (rows, params, context) => {
    const random = new Random(context.seed);
    const pairs: RowPairs = { origins: [], partners: [] };
    for (const [code, count] of rowsToMake(rows.labels, params).entries()) {
      context.progress(code / rows.labels.classes.length);
      if (count === 0) continue;
      drawPairs(pairs, rowsOfClass(rows.labels, code), count, () => [], random, () => {});
    }
    return appendBetween(rows, pairs, random);
  },
};
