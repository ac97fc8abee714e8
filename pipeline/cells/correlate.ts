import { z } from "zod";
import type { ParamMeta } from "../param_meta.ts";
import { defineCell } from "./cell_kind.ts";

const params = z.strictObject({
  method: z.enum(["rank", "linear"]).default("rank").meta(
    {
      label: { en: "Measure", zh: "度量" },
      help: {
        en: "Ranks see any rise together and do not mind extremes; lines see straight ones only.",
        zh: "秩相关可识别任意单调关系且不受极端值影响；线性相关只识别直线关系。",
      },
      options: {
        rank: { en: "By rank (Spearman)", zh: "秩相关（Spearman）" },
        linear: { en: "Along a line (Pearson)", zh: "线性相关（Pearson）" },
      },
    } satisfies ParamMeta,
  ),
  shown: z.int().min(2).max(60).default(40).meta(
    {
      label: { en: "Columns shown", zh: "显示的列数" },
      help: {
        en: "Of many columns those are drawn that go together most strongly with another.",
        zh: "列较多时，仅绘制与其他列相关性最强的若干列。",
      },
    } satisfies ParamMeta,
  ),
});

/** The params of {@linkcode correlate}. */
export type CorrelateParams = z.infer<typeof params>;

/** Which features go together, as they are after the steps so far. */
export const correlate = defineCell({
  kind: "correlate",
  version: 1,
  group: "look",
  title: { en: "Correlations", zh: "相关性" },
  summary: {
    en: "Which features rise and fall together, two by two, in an order that shows groups.",
    zh: "各特征两两之间的相关性，按相近程度排序以显示分组。",
  },
  params,
  takes: { table: "prepared" },
  gives: {},
  cost: "cheap",

  run: async (...work) => await (await import("./correlate_run.ts")).runCorrelate(...work),
});
