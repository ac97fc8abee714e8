import { z } from "zod";
import { defineCell } from "./cell_kind.ts";

/** What every column holds, after the steps so far. */
export const profile = defineCell({
  kind: "profile",
  version: 2,
  group: "look",
  title: { en: "Profile", zh: "数据概况" },
  summary: {
    en: "What every column of the table holds at this point: holes, range, distribution, warnings.",
    zh: "数据表此时每一列的内容：缺失、取值范围、分布与提示。",
  },
  params: z.strictObject({}),
  takes: { table: "prepared" },
  gives: {},
  cost: "cheap",

  run: async (...work) => await (await import("./profile_run.ts")).runProfile(...work),
});
