import { z } from "zod";
import { defineCell } from "@/pipeline/cells/cell_kind.ts";

const title = { en: "Cross-validation", zh: "交叉验证" };

/** Trains on folds, which take workers of their own where there are threads for them. */
export const crossValidation = defineCell({
  version: 1,
  group: "data",
  cost: "costly",
  kind: "cross-validation",
  title,
  summary: title,
  params: z.strictObject({}),
  takes: {},
  gives: {},
  run: async (_inputs, _params, context) => {
    const { crossValidate } = await import("@/pipeline/model/cross_validation.ts");
    const { defaultRecipe } = await import("@/pipeline/model/recipe.ts");
    const codes = Int32Array.from({ length: 60 }, (_, row) => row % 3);
    const values = Float32Array.from(
      { length: 120 },
      (_, cell) => Math.sin(cell) + (cell >> 1) % 3,
    );
    const scored = await crossValidate(
      defaultRecipe("random-forest", { trees: 5 }),
      { names: ["one", "two"], rows: 60, values },
      { classes: ["a", "b", "c"], codes },
      { folds: 4 },
      context,
    );
    const summary = `${context.threads} threads: ${scored.probabilities.join(" ")}`;
    return { summary: { en: summary, zh: summary }, figures: [], tables: [], values: {} };
  },
});
