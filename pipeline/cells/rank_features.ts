import { z } from "zod";
import type { ParamMeta } from "../param_meta.ts";
import type { Text } from "../problem.ts";
import type { ColumnStep } from "../steps/column_step.ts";
import { selectAnova } from "../steps/select_anova.ts";
import { selectChiSquared } from "../steps/select_chi_squared.ts";
import { selectFisher } from "../steps/select_fisher.ts";
import { selectL1 } from "../steps/select_l1.ts";
import { selectMutualInformation } from "../steps/select_mutual_information.ts";
import { selectPermutation } from "../steps/select_permutation.ts";
import { selectRecursiveElimination } from "../steps/select_recursive_elimination.ts";
import { selectTreeImportance } from "../steps/select_tree_importance.ts";
import { defineCell } from "./cell_kind.ts";
import { seedParam } from "./seed_param.ts";

/** A score by which columns are ranked: that of the step which selects by it. */
interface Ranking {
  readonly title: Text;
  readonly step: ColumnStep;
}

const scoreNames = [
  "anova",
  "fisher",
  "chiSquared",
  "mutualInformation",
  "l1",
  "treeImportance",
  "permutation",
  "elimination",
] as const;

const rankings: Readonly<Record<typeof scoreNames[number], Ranking>> = {
  anova: { title: { en: "ANOVA F", zh: "方差分析 F 值" }, step: selectAnova },
  fisher: { title: { en: "Fisher score", zh: "Fisher 得分" }, step: selectFisher },
  chiSquared: { title: { en: "Chi-squared", zh: "卡方统计量" }, step: selectChiSquared },
  mutualInformation: {
    title: { en: "Mutual information", zh: "互信息" },
    step: selectMutualInformation,
  },
  l1: { title: { en: "L1 coefficients", zh: "L1 系数" }, step: selectL1 },
  treeImportance: {
    title: { en: "Tree importance", zh: "树模型重要性" },
    step: selectTreeImportance,
  },
  permutation: {
    title: { en: "Permutation importance", zh: "置换重要性" },
    step: selectPermutation,
  },
  elimination: {
    title: { en: "Recursive elimination", zh: "递归特征消除" },
    step: selectRecursiveElimination,
  },
};

function scoreParam({ title, step }: Ranking, isDefault: boolean) {
  return z.boolean().default(isDefault)
    .meta({ label: title, help: step.summary } satisfies ParamMeta);
}

const params = z.strictObject({
  anova: scoreParam(rankings.anova, true),
  fisher: scoreParam(rankings.fisher, false),
  chiSquared: scoreParam(rankings.chiSquared, true),
  mutualInformation: scoreParam(rankings.mutualInformation, true),
  l1: scoreParam(rankings.l1, true),
  treeImportance: scoreParam(rankings.treeImportance, true),
  permutation: scoreParam(rankings.permutation, true),
  elimination: scoreParam(rankings.elimination, false),
  resamples: z.int().min(0).max(500).default(10).meta(
    {
      label: { en: "Resamples", zh: "重抽样次数" },
      help: {
        en: "On this many bootstrap resamples of the rows each score chooses columns anew, which " +
          "tells how stable it is; 0 leaves that out.",
        zh: "在若干次自助重抽样上重新按各得分选择列，以衡量稳定性；0 表示不计算。",
      },
    } satisfies ParamMeta,
  ),
  chosen: z.int().min(1).max(100_000).default(20).meta(
    {
      label: { en: "Chosen columns", zh: "入选列数" },
      help: {
        en:
          "How many columns a score chooses on each resample; L1 and recursive elimination find " +
          "their own number.",
        zh: "每次重抽样中各得分选择的列数；L1 与递归特征消除自行确定列数。",
      },
    } satisfies ParamMeta,
  ),
  shown: z.int().min(1).max(100).default(20).meta(
    {
      label: { en: "Drawn columns", zh: "绘制列数" },
      help: {
        en: "How many columns the figures show; the table has all.",
        zh: "图中显示的列数；表格包含全部列。",
      },
    } satisfies ParamMeta,
  ),
  seed: seedParam,
});

/** The params of {@linkcode rankFeatures}. */
export type RankFeaturesParams = z.infer<typeof params>;

/** The scores that the params ask for. */
export function rankingsOf(params: RankFeaturesParams): Ranking[] {
  return scoreNames.filter((name) => params[name]).map((name) => rankings[name]);
}

/** Several scores of the features side by side, on the training rows only, and how stable each is. */
export const rankFeatures = defineCell({
  kind: "rank-features",
  version: 2,
  group: "select",
  title: { en: "Rank features", zh: "特征排名" },
  summary: {
    en: "Compares several scores of the features side by side, and how stable each of them is.",
    zh: "并列比较特征的多种得分及其稳定性。",
  },
  params,
  takes: { table: "prepared" },
  gives: {},
  cost: "costly",
  versionsUsed: (params) =>
    Object.fromEntries(rankingsOf(params).map(({ step }) => [step.name, step.version])),

  run: async (...work) => await (await import("./rank_features_run.ts")).runRankFeatures(...work),
});
