import { z } from "zod";
import type { ParamMeta } from "../param_meta.ts";
import { defineCell } from "./cell_kind.ts";
import { seedParam } from "./seed_param.ts";

const params = z.strictObject({
  by: z.enum(["guess", "class", "group", "time"]).default("guess").meta(
    {
      label: { en: "Split by", zh: "划分方式" },
      help: {
        en: "What the held-out rows must be new in.",
        zh: "留出的行应在哪方面是全新的。",
      },
      options: {
        guess: { en: "Group, or class without groups", zh: "有分组则按分组，否则按类别" },
        class: { en: "Class: a share of each", zh: "按类别：每类各取一部分" },
        group: { en: "Group: whole groups", zh: "按分组：整组划分" },
        time: { en: "Time: the latest rows", zh: "按时间：最晚的行" },
      },
    } satisfies ParamMeta,
  ),
  testShare: z.number().min(0.01).max(0.9).default(0.2).meta(
    {
      label: { en: "Held-out share", zh: "留出比例" },
      help: {
        en: "The share of the rows that training never sees.",
        zh: "训练永远看不到的行所占的比例。",
      },
    } satisfies ParamMeta,
  ),
  seed: seedParam,
});

/** The params of {@linkcode split}. */
export type SplitParams = z.infer<typeof params>;

/** Holds rows out that neither steps nor training ever see, so that an evaluation on them is honest. */
export const split = defineCell({
  kind: "split",
  version: 3,
  group: "data",
  title: { en: "Split", zh: "划分数据" },
  summary: {
    en: "Holds rows out for an honest evaluation: training and steps never see them.",
    zh: "留出部分数据行用于客观评估：训练和预处理都看不到它们。",
  },
  params,
  takes: { table: "prepared" },
  gives: { table: "prepared" },
  cost: "cheap",

  run: async (...work) => await (await import("./split_run.ts")).runSplit(...work),
});
