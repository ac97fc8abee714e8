import type { MapUnits } from "../projection/map_units.ts";
import type { Projection } from "../projection/project.ts";
import type { Text } from "../problem.ts";
import type { Axis } from "./figure.ts";
import { counted, countText, joinTexts, percentText } from "./number_text.ts";

/** What the methods are called, in either language. */
export const methodName: Readonly<Record<Projection["method"], string>> = {
  pca: "PCA",
  tsne: "t-SNE",
  umap: "UMAP",
};

/** The axes of a map. */
export function mapAxes(projection: Projection): { x: Axis; y: Axis } {
  const axis = (number: 1 | 2): Axis => {
    if (projection.method !== "pca") {
      const label = `${methodName[projection.method]} ${number}`;
      return { label: { en: label, zh: label }, scale: "linear" };
    }
    const share = percentText(projection.explained[number - 1] ?? 0);
    const label = {
      en: `component ${number} (${share.en})`,
      zh: `主成分 ${number}（${share.zh}）`,
    };
    return { label, scale: "linear" };
  };
  return { x: axis(1), y: axis(2) };
}

/** One line that says what was mapped and how. */
export function mapSummary({ method }: Projection, { rows, width }: MapUnits): Text {
  return {
    en: `${methodName[method]} of ${counted(rows, "row")} × ${counted(width, "feature")}`,
    zh: `${countText(rows)} 行 × ${countText(width)} 个特征的 ${methodName[method]} 分布图`,
  };
}

/** How well the plane holds the rows, how to read it, and what was done to the rows for it. */
export function mapCaption(projection: Projection, { filled, constant }: MapUnits): Text {
  return joinTexts([
    fit(projection),
    filled === 0 ? null : {
      en: `Holes (${percentText(filled).en} of the cells) hold the median of their column, for ` +
        "the map only.",
      zh: `缺失值（占 ${percentText(filled).zh}）仅在绘图时以该列中位数代替。`,
    },
    constant === 0 ? null : {
      en: `${counted(constant, "feature")} without variation left out.`,
      zh: `略去 ${countText(constant)} 个取值不变的特征。`,
    },
  ], { en: " ", zh: "" });
}

function fit(projection: Projection): Text {
  switch (projection.method) {
    case "pca": {
      const [first, second] = projection.explained;
      const both = percentText(first + second);
      return {
        en: `Both axes together explain ${both.en} of the variance.`,
        zh: `两个主成分共解释 ${both.zh} 的方差。`,
      };
    }
    case "tsne": {
      const divergence = projection.divergence.toFixed(2);
      const perplexity = Number(projection.perplexity.toPrecision(3));
      return {
        en: `KL divergence ${divergence} at perplexity ${perplexity}; who is near counts, how ` +
          "far groups lie apart does not.",
        zh:
          `KL 散度 ${divergence}，困惑度 ${perplexity}；邻近关系有意义，群与群之间的距离没有意义。`,
      };
    }
    case "umap":
      return {
        en: "Who is near counts; how far groups lie apart counts little.",
        zh: "邻近关系有意义；群与群之间的距离参考价值有限。",
      };
  }
}
