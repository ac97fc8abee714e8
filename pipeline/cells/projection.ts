import { z } from "zod";
import type { ParamMeta } from "../param_meta.ts";
import { defineCell } from "./cell_kind.ts";
import { seedParam } from "./seed_param.ts";

const params = z.strictObject({
  method: z.enum(["tsne", "umap", "pca"]).default("tsne").meta(
    {
      label: { en: "Method", zh: "方法" },
      help: {
        en:
          "t-SNE and UMAP keep neighbours together, PCA keeps the directions of greatest variance.",
        zh: "t-SNE 与 UMAP 让相似的行彼此靠近，PCA 保留方差最大的方向。",
      },
      options: {
        tsne: { en: "t-SNE", zh: "t-SNE" },
        umap: { en: "UMAP", zh: "UMAP" },
        pca: { en: "PCA", zh: "PCA" },
      },
    } satisfies ParamMeta,
  ),
  colour: z.enum(["label", "column", "cluster", "none"]).default("label").meta(
    {
      label: { en: "Colour by", zh: "着色依据" },
      help: { en: "What the colour of a row tells.", zh: "每行的颜色表示什么。" },
      options: {
        label: { en: "Label", zh: "标签" },
        column: { en: "Column", zh: "某一列" },
        cluster: { en: "Cluster", zh: "聚类" },
        none: { en: "Nothing", zh: "不着色" },
      },
    } satisfies ParamMeta,
  ),
  column: z.string().nullable().default(null).meta(
    {
      label: { en: "Column", zh: "列" },
      help: { en: "The column that gives the colour.", zh: "决定颜色的列。" },
      columns: "any",
      shownWhen: { colour: ["column"] },
    } satisfies ParamMeta,
  ),
  clusters: z.int().min(2).max(20).default(6).meta(
    {
      label: { en: "Clusters", zh: "聚类数" },
      help: {
        en: "So many clusters are found by k-means among the rows, before they are mapped.",
        zh: "在投影之前用 k 均值把数据行分成的簇数。",
      },
      shownWhen: { colour: ["cluster"] },
    } satisfies ParamMeta,
  ),
  perplexity: z.number().min(2).max(100).default(30).meta(
    {
      label: { en: "Perplexity", zh: "困惑度" },
      help: {
        en: "About how many neighbours each row is held to: few show detail, many show the whole.",
        zh: "每行大致参照的邻居数：较小显示细节，较大显示整体。",
      },
      shownWhen: { method: ["tsne"] },
    } satisfies ParamMeta,
  ),
  neighbours: z.int().min(3).max(100).default(15).meta(
    {
      label: { en: "Neighbours", zh: "邻居数" },
      help: {
        en: "How many neighbours each row is held to: few show detail, many show the whole.",
        zh: "每行参照的邻居数：较小显示细节，较大显示整体。",
      },
      shownWhen: { method: ["umap"] },
    } satisfies ParamMeta,
  ),
  minDistance: z.number().min(0).max(1).default(0.1).meta(
    {
      label: { en: "Least distance", zh: "最小间距" },
      help: {
        en: "How near similar rows may come to one another on the map.",
        zh: "相似的行在图上可以靠得多近。",
      },
      shownWhen: { method: ["umap"] },
    } satisfies ParamMeta,
  ),
  scale: z.enum(["rank", "standardise", "none"]).default("rank").meta(
    {
      label: { en: "Units", zh: "量纲处理" },
      help: {
        en: "Makes columns of unlike units comparable; ranks also tame extreme values.",
        zh: "使不同量纲的列可以比较；按秩还能削弱极端值的影响。",
      },
      options: {
        rank: { en: "Ranks", zh: "按秩" },
        standardise: { en: "Standard scores", zh: "标准化" },
        none: { en: "As they are", zh: "不处理" },
      },
    } satisfies ParamMeta,
  ),
  rows: z.int().min(50).max(10_000).default(2000).meta(
    {
      label: { en: "Most rows", zh: "最多行数" },
      help: {
        en: "Of a longer table so many rows are drawn, each class in its share.",
        zh: "数据较多时按各类别的比例抽取这么多行。",
      },
    } satisfies ParamMeta,
  ),
  seed: seedParam,
});

/** The params of {@linkcode projection}. */
export type ProjectionParams = z.infer<typeof params>;

/** The rows of a table on a plane, where rows that are alike lie together. */
export const projection = defineCell({
  kind: "projection",
  version: 1,
  group: "look",
  title: { en: "Map of rows", zh: "样本分布图" },
  summary: {
    en: "Puts rows that are alike next to one another, to see whether faults lie apart.",
    zh: "把相似的行放在一起，查看各类故障能否分开。",
  },
  params,
  takes: { table: "prepared" },
  gives: {},
  cost: "costly",

  run: async (...work) => await (await import("./projection_run.ts")).runProjection(...work),
});
