import { nameList } from "@/pipeline/name_list.ts";
import type { Problem } from "@/pipeline/problem.ts";

/** What can be wrong with an export. */
export const exportProblem = {
  noSuchFormat: (
    name: string,
    known: readonly string[],
  ): Problem<"export/format-not-found"> => ({
    code: "export/format-not-found",
    message: {
      en: `Cannot export as ${nameList([name]).en}: there is no format of that name.`,
      zh: `无法导出为 ${nameList([name]).zh}：没有这种格式。`,
    },
    place: { param: "as" },
    hint: { en: `There are ${nameList(known).en}.`, zh: `可用格式：${nameList(known).zh}。` },
  }),
};
