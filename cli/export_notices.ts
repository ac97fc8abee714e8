import { nameList } from "@/pipeline/name_list.ts";
import type { Notice } from "@/pipeline/problem.ts";

/** What an export has to say while it is made. */
export const exportNotice = {
  runs: (cells: readonly string[], all: number): Notice => ({
    code: "export/runs",
    message: cells.length === all
      ? { en: `All ${all} cells run first.`, zh: `先运行全部 ${all} 个单元。` }
      : {
        en: `${cells.length} of ${all} cells run first: ${nameList(cells).en}.`,
        zh: `先运行 ${all} 个单元中的 ${cells.length} 个：${nameList(cells).zh}。`,
      },
  }),
};
