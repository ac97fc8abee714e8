import { nameList } from "@/pipeline/name_list.ts";
import type { Problem } from "@/pipeline/problem.ts";

/** What can be wrong with the work on a diagnosis. */
export const diagnosisProblem = {
  diagnosisUnfinished: (name: string): Problem<"workbench/diagnosis-unfinished"> => ({
    code: "workbench/diagnosis-unfinished",
    message: {
      en: `Cannot show the result of ${nameList([name]).en}: there is none yet.`,
      zh: `无法显示 ${nameList([name]).zh} 的诊断结果：尚无结果。`,
    },
    place: {},
    hint: {
      en: "Wait until it is done; where it has failed, try it again.",
      zh: "请等待诊断完成；若已失败，请重试。",
    },
  }),

  diagnosisNotFailed: (name: string): Problem<"workbench/diagnosis-not-failed"> => ({
    code: "workbench/diagnosis-not-failed",
    message: {
      en: `Cannot try ${nameList([name]).en} again: it has not failed.`,
      zh: `无法重试 ${nameList([name]).zh}：该诊断并未失败。`,
    },
    place: {},
    hint: {
      en: "Diagnose the same file once more instead.",
      zh: "可改为对同一文件重新诊断。",
    },
  }),

  diagnosisInterrupted: (): Problem<"workbench/diagnosis-interrupted"> => ({
    code: "workbench/diagnosis-interrupted",
    message: {
      en: "Cannot finish the diagnosis: the server has ended more than once while it ran.",
      zh: "无法完成诊断：运行期间服务器多次中断。",
    },
    place: {},
    hint: {
      en:
        "The file is still there: try again. If the server ends once more, look into its terminal.",
      zh: "文件仍然保留：请重试。若服务器再次中断，请查看其终端信息。",
    },
  }),

  diagnosisBroken: (): Problem<"workbench/diagnosis-broken"> => ({
    code: "workbench/diagnosis-broken",
    message: {
      en: "Cannot finish the diagnosis: something went wrong in the server.",
      zh: "无法完成诊断：服务器内部出错。",
    },
    place: {},
    hint: {
      en: "The file is still there: try again. The server's terminal says more.",
      zh: "文件仍然保留：请重试。详情见服务器终端。",
    },
  }),

  sourceForgotten: (file: string): Problem<"workbench/source-forgotten"> => ({
    code: "workbench/source-forgotten",
    message: {
      en: "Cannot diagnose the file again: it was not kept.",
      zh: "无法再次诊断该文件：文件未被保留。",
    },
    place: { file },
    hint: { en: "Choose the file once more.", zh: "请重新选择该文件。" },
  }),
};
