import { nameList } from "@/pipeline/name_list.ts";
import type { Problem, Text } from "@/pipeline/problem.ts";

/** What can be wrong with the run of a notebook from the command line. */
export const runProblem = {
  noNotebook: (file: string, detail: Text): Problem<"run/no-notebook"> => ({
    code: "run/no-notebook",
    message: {
      en: `Cannot open the notebook: ${detail.en}.`,
      zh: `无法打开笔记本：${detail.zh}。`,
    },
    place: { file },
    hint: {
      en: "Name a notebook file, such as notebooks/fault-diagnosis.json.",
      zh: "请指定笔记本文件，例如 notebooks/fault-diagnosis.json。",
    },
  }),

  isPipeline: (file: string): Problem<"run/is-a-pipeline"> => ({
    code: "run/is-a-pipeline",
    message: {
      en: "Cannot run the file: it is a pipeline, which has no rows to learn from.",
      zh: "无法运行该文件：它是流水线，没有可供学习的数据行。",
    },
    place: { file },
    hint: {
      en: "Apply it to a dataset in the workbench, which makes a notebook of it.",
      zh: "请在工作台中将其应用于数据集，即可得到笔记本。",
    },
  }),

  badPair: (param: string, text: string, form: string): Problem<"run/bad-setting"> => ({
    code: "run/bad-setting",
    message: {
      en: `Cannot use --${param} ${nameList([text]).en}: it is not of the form ${form}.`,
      zh: `无法使用 --${param} ${nameList([text]).zh}：格式应为 ${form}。`,
    },
    place: { param },
    hint: {
      en: "For example: --data import=kpis.csv --set train.learner.name=logistic-regression",
      zh: "例如：--data import=kpis.csv --set train.learner.name=logistic-regression",
    },
  }),

  unknownCell: (
    param: string,
    cell: string,
    known: readonly string[],
  ): Problem<"run/bad-setting"> => ({
    code: "run/bad-setting",
    message: {
      en: `Cannot set anything in the cell ${nameList([cell]).en}: the notebook has no cell of ` +
        "that id or kind.",
      zh: `无法设置单元 ${nameList([cell]).zh}：笔记本中没有该 id 或类型的单元。`,
    },
    place: { param },
    hint: {
      en: `Its cells are ${nameList(known).en}.`,
      zh: `其单元有 ${nameList(known).zh}。`,
    },
  }),

  ambiguousKind: (
    param: string,
    kind: string,
    cells: readonly string[],
  ): Problem<"run/bad-setting"> => ({
    code: "run/bad-setting",
    message: {
      en: `Cannot tell which cell is meant: ${cells.length} cells are of the kind "${kind}".`,
      zh: `无法确定所指单元：有 ${cells.length} 个单元的类型为“${kind}”。`,
    },
    place: { param },
    hint: {
      en: `Name one by its id: ${nameList(cells).en}.`,
      zh: `请用 id 指定其中一个：${nameList(cells).zh}。`,
    },
  }),

  noFileParam: (cell: string, kind: string): Problem<"run/bad-setting"> => ({
    code: "run/bad-setting",
    message: {
      en: `Cannot give a file to the cell "${cell}": the kind "${kind}" reads none.`,
      zh: `无法为单元“${cell}”指定文件：类型“${kind}”不读取文件。`,
    },
    place: { param: "data", cell },
    hint: {
      en: "Name a cell that imports or diagnoses.",
      zh: "请指定导入或诊断单元。",
    },
  }),

  missingFile: (cell: string, file: string): Problem<"run/missing-file"> => ({
    code: "run/missing-file",
    message: {
      en: `Cannot run the notebook: the cell "${cell}" reads ${nameList([file]).en}, ` +
        "whose content is not here.",
      zh: `无法运行笔记本：单元“${cell}”要读取 ${nameList([file]).zh}，但这里没有其内容。`,
    },
    place: { cell },
    hint: {
      en: `Give it the file: --data ${cell}=FILE`,
      zh: `请指定文件：--data ${cell}=FILE`,
    },
  }),

  badParam: (problem: Problem): Problem<"run/bad-setting"> => ({
    ...problem,
    code: "run/bad-setting",
  }),

  cellsFailed: (
    cell: string,
    { message, place, hint }: Problem,
    others: readonly string[],
  ): Problem<"run/cells-failed"> => ({
    code: "run/cells-failed",
    message: {
      en: `Cannot finish the notebook: the cell "${cell}" failed. ${message.en}` +
        (others.length > 0 ? ` These have no result either: ${nameList(others).en}.` : ""),
      zh: `无法完成笔记本：单元“${cell}”失败。${message.zh}` +
        (others.length > 0 ? `以下单元也没有结果：${nameList(others).zh}。` : ""),
    },
    place: { ...place, cell },
    hint,
  }),
};
