import { contributionsOf, type Explanation } from "../evaluation/explanation.ts";
import type { GlobalImportance } from "../evaluation/global_importance.ts";
import type { Text } from "../problem.ts";
import { columnOf, type FeatureMatrix } from "../table/feature_matrix.ts";
import { axisOf, type Figure } from "./figure.ts";

/** More dots than this are not drawn: some rows are left out. */
const shownDots = 4000;

/** The features from the most important one down, by their numbers. */
export function rankedFeatures({ overall }: GlobalImportance): number[] {
  return overall.map((_, feature) => feature)
    .sort((a, b) => overall[b]!.mean - overall[a]!.mean || a - b);
}

/** The mean size of the contributions of the features that matter most, with 95 % intervals. */
export function importanceFigure(
  explanation: Explanation,
  importance: GlobalImportance,
  fault: string | null,
  count: number,
): Figure {
  const { features, unit } = explanation;
  return {
    type: "bars",
    title: {
      en: `Features that matter most for ${explainedName(fault).en}`,
      zh: `对${explainedName(fault).zh}最重要的特征`,
    },
    caption: {
      en: "Lines: 95 % intervals over the rows.",
      zh: "横线：在各行之间的 95% 区间。",
    },
    value: axisOf({
      en: `mean size of the SHAP value, ${unitNames[unit].en}`,
      zh: `SHAP 值的平均大小（${unitNames[unit].zh}）`,
    }),
    bars: rankedFeatures(importance).slice(0, count).map((feature) => {
      const { mean, low, high } = importance.overall[feature]!;
      return { name: features[feature]!, value: mean, low, high };
    }),
  };
}

/** A dot for each row and feature: what the feature contributes, shaded by how high its value is. */
export function beeswarmFigure(
  explanation: Explanation,
  matrix: FeatureMatrix,
  importance: GlobalImportance,
  fault: string | null,
  count: number,
): Figure {
  const { features, unit, rows } = explanation;
  const shown = rankedFeatures(importance).slice(0, count);
  const kept = evenly(rows, Math.floor(shownDots / shown.length));
  return {
    type: "beeswarm",
    title: {
      en: `What speaks for (right) and against (left) ${explainedName(fault).en}`,
      zh: `支持（右）与反对（左）${explainedName(fault).zh}的指标`,
    },
    caption: captionOf(explanation, kept.length),
    x: axisOf({
      en: `SHAP value, ${unitNames[unit].en}`,
      zh: `SHAP 值（${unitNames[unit].zh}）`,
    }),
    swarms: shown.map((feature) => {
      const shades = ranks(columnOf(matrix, feature));
      return {
        name: features[feature]!,
        x: kept.map((row) => rounded(ownContributions(explanation, row)[feature]!)),
        shade: kept.map((row) => shades[row]!),
      };
    }),
  };
}

/** The contributions of a row to the class that is explained, or to its most probable one. */
export function ownContributions(explanation: Explanation, row: number): Float64Array {
  return contributionsOf(explanation, row, explainedClass(explanation, row));
}

/** The class of a row that is explained, or its most probable one. */
export function explainedClass({ classOf, predicted }: Explanation, row: number): number {
  return (classOf ?? predicted)[row]!;
}

const unitNames = {
  probability: { en: "in probability", zh: "概率" },
  score: { en: "in score before the softmax", zh: "softmax 前的得分" },
} as const satisfies Record<Explanation["unit"], Text>;

function explainedName(fault: string | null): Text {
  if (fault === null) return { en: "the diagnosis of each row", zh: "各行诊断结果" };
  return { en: `"${fault}"`, zh: `“${fault}”` };
}

function captionOf({ rows, standardErrors }: Explanation, kept: number): Text {
  const dots: Text = kept === rows
    ? { en: "A dot is a row.", zh: "一个点代表一行。" }
    : { en: `A dot is one of ${kept} of the rows.`, zh: `一个点代表一行，共显示 ${kept} 行。` };
  const mean = standardErrors && meanOf(standardErrors.filter((error) => !Number.isNaN(error)));
  return mean === null ? dots : {
    en: `${dots.en} SHAP values are sampled, give or take ${mean.toPrecision(2)}.`,
    zh: `${dots.zh}SHAP 值由采样得到，误差约 ±${mean.toPrecision(2)}。`,
  };
}

function meanOf(values: Float64Array): number | null {
  if (values.length === 0) return null;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Where each value stands among the others, from 0 to 1, the same for equal ones; null for a hole. */
function ranks(values: Float32Array): (number | null)[] {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const last = sorted.length - 1;
  return Array.from(values, (value) => {
    if (Number.isNaN(value)) return null;
    const middle = (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2;
    return last === 0 ? 0.5 : Math.round(100 * middle / last) / 100;
  });
}

/** Up to `count` of the numbers below `all`, as far apart as they can be. */
function evenly(all: number, count: number): number[] {
  const kept = Math.max(1, Math.min(all, count));
  return Array.from({ length: kept }, (_, index) => Math.floor(index * all / kept));
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
