import { z } from "zod";
import type { ParamMeta } from "../param_meta.ts";

/** The param by which a learner lets rare classes count as much as common ones. */
export const classWeightParam = z.enum(["none", "balanced"]).default("none").meta(
  {
    label: { en: "Class weights", zh: "类别权重" },
    help: {
      en: "Balanced weights let each class count the same, however few rows it has.",
      zh: "均衡权重使每个类别同等重要，不受其行数多少影响。",
    },
    options: {
      none: { en: "Every row counts the same", zh: "每行权重相同" },
      balanced: { en: "Every class counts the same", zh: "每个类别权重相同" },
    },
    search: { values: ["none", "balanced"] },
  } satisfies ParamMeta,
);

/** See {@linkcode classWeightParam}. */
export type ClassWeight = z.infer<typeof classWeightParam>;

/**
 * What a row of each class weighs where the classes have `counts` rows each: 1, or n/(k·count), so that the mean
 * over the rows stays 1. A class without rows does not count in k and weighs nothing.
 */
export function classWeights(counts: ArrayLike<number>, classWeight: ClassWeight): Float64Array {
  const weights = Float64Array.from(counts);
  if (classWeight === "none") return weights.fill(1);
  const rows = weights.reduce((sum, count) => sum + count, 0);
  const present = weights.filter((count) => count > 0).length;
  return weights.map((count) => count > 0 ? rows / (present * count) : 0);
}
