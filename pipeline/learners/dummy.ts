import { z } from "zod";
import type { ParamMeta } from "../param_meta.ts";
import type { Learner } from "./learner.ts";
import { type PresentClasses, presentClasses } from "./present_classes.ts";

const params = z.strictObject({
  strategy: z.enum(["prior", "most-frequent", "uniform"]).default("prior").meta(
    {
      label: { en: "Strategy", zh: "策略" },
      help: {
        en: "What is said of every row; prior and most frequent name the same class.",
        zh: "对每一行给出的结论；先验与最多数两种策略给出的类别相同。",
      },
      options: {
        prior: { en: "The shares of the classes", zh: "各类别所占比例" },
        "most-frequent": { en: "The most frequent class", zh: "出现最多的类别" },
        uniform: { en: "Every class alike", zh: "各类别概率相等" },
      },
    } satisfies ParamMeta,
  ),
});

type DummyParams = z.infer<typeof params>;

/** What {@linkcode dummy} has learnt: k class probabilities. */
export interface DummyFitted {
  readonly probabilities: Float32Array;
}

/**
 * Says the same of every row, whatever its KPIs: the baseline that every other learner has to beat.
 * As scikit-learn's `DummyClassifier`; classes without rows get no probability.
 */
export const dummy: Learner<DummyParams, DummyFitted> = {
  name: "dummy",
  version: 1,
  title: { en: "Baseline (dummy)", zh: "基线（不看指标）" },
  summary: {
    en: "Looks at no KPI and says the same of every row: what any other learner has to beat.",
    zh: "不看任何指标，对每一行给出相同结论：其他学习器都应优于它。",
  },
  params,
  defaultSteps: [],

  fit: (_, labels, { strategy }, context) => {
    context.progress(0);
    const present = presentClasses(labels, dummy.name);
    const probabilities = new Float32Array(labels.classes.length);
    for (const [position, code] of present.indices.entries()) {
      probabilities[code] = shareOf(position, present, strategy);
    }
    context.progress(1);
    return { probabilities };
  },

  predict: ({ probabilities }, { rows }) => {
    const classCount = probabilities.length;
    return Float32Array.from(
      { length: rows * classCount },
      (_, cell) => probabilities[cell % classCount]!,
    );
  },

  lower: ({ probabilities }, graph, input) => {
    const rows = graph.node("Slice", [
      graph.node("Shape", [input]),
      graph.integers("first", [0]),
      graph.integers("second", [1]),
    ]);
    const shape = graph.node("Concat", [
      rows,
      graph.integers("class_count", [probabilities.length]),
    ], {
      axis: { int: 0 },
    });
    return graph.node("Expand", [graph.floats("probabilities", probabilities), shape]);
  },
};

/** The probability of the present class at `position`. */
function shareOf(
  position: number,
  { codes, counts }: PresentClasses,
  strategy: DummyParams["strategy"],
): number {
  switch (strategy) {
    case "prior":
      return counts[position]! / codes.length;
    case "most-frequent":
      return counts.indexOf(Math.max(...counts)) === position ? 1 : 0;
    case "uniform":
      return 1 / counts.length;
  }
}
