import { readFileSync } from "node:fs";
import fc from "fast-check";
import { z } from "zod";
import type { Labels } from "@/pipeline/table/feature_matrix.ts";

const averages = z.object({ precision: z.number(), recall: z.number(), f1: z.number() });

const curve = z.array(z.tuple([z.number(), z.number()]));

const sklearnCase = z.object({
  name: z.string(),
  truth: z.array(z.int()),
  probabilities: z.array(z.array(z.number())),
  predicted: z.array(z.int()),
  accuracy: z.number(),
  balanced_accuracy: z.number(),
  macro: averages,
  weighted: averages,
  micro: averages,
  log_loss: z.number(),
  brier_score: z.number(),
  reliability: curve,
  per_class: z.array(averages.extend({
    support: z.int(),
    reliability: curve,
    roc_auc: z.number().nullable(),
    pr_auc: z.number().nullable(),
  })),
  counts: z.array(z.array(z.int())),
});

/** Labels and probabilities with the values scikit-learn gives for them. */
export type SklearnCase = z.infer<typeof sklearnCase>;

/** Reads what `sklearn_cases.py` prints. */
export function parseSklearnCases(lines: string): SklearnCase[] {
  return lines.trim().split("\n").map((line) => sklearnCase.parse(JSON.parse(line)));
}

/** The cases of `sklearn_cases.jsonl`, made by `sklearn_cases.py` beside it with scikit-learn 1.2.1. */
export const sklearnCases: readonly SklearnCase[] = parseSklearnCases(
  readFileSync(new URL("sklearn_cases.jsonl", import.meta.url), "utf8"),
);

/** Labels of `classCount` classes named c0, c1, … */
export function labelsOf(codes: Iterable<number>, classCount: number): Labels {
  return {
    classes: Array.from({ length: classCount }, (_, code) => `c${code}`),
    codes: Int32Array.from(codes),
  };
}

/** The labels and the row-major float32 probabilities of a case. */
export function inputOf(reference: SklearnCase): { labels: Labels; probabilities: Float32Array } {
  return {
    labels: labelsOf(reference.truth, reference.counts.length),
    probabilities: Float32Array.from(reference.probabilities.flat()),
  };
}

/** Whether two values are the same null or differ by at most 1e-9. */
export function agree(actual: number | null, expected: number | null): boolean {
  if (actual === null || expected === null) return actual === expected;
  return Math.abs(actual - expected) <= 1e-9;
}

/** Random labels with n×k probabilities, many of them tied and some classes absent. */
export const predictionsArbitrary: fc.Arbitrary<{ labels: Labels; probabilities: Float32Array }> =
  fc
    .tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 6 }))
    .chain(([rows, classCount]) =>
      fc.record({
        codes: fc.array(fc.nat(classCount - 1), { minLength: rows, maxLength: rows }),
        weights: fc.array(fc.integer({ min: 1, max: 5 }), {
          minLength: rows * classCount,
          maxLength: rows * classCount,
        }),
      }).map(({ codes, weights }) => {
        const probabilities = new Float32Array(weights.length);
        for (let start = 0; start < weights.length; start += classCount) {
          const row = weights.slice(start, start + classCount);
          const sum = row.reduce((total, weight) => total + weight, 0);
          probabilities.set(row.map((weight) => weight / sum), start);
        }
        return { labels: labelsOf(codes, classCount), probabilities };
      })
    );
