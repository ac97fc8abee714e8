import { nameList } from "@/pipeline/name_list.ts";
import type { Problem } from "@/pipeline/problem.ts";

/** What can be wrong with what is asked of the workbench. */
export const workbenchProblem = {
  emptyUpload: (file: string): Problem<"workbench/empty-upload"> => ({
    code: "workbench/empty-upload",
    message: {
      en: "Cannot take the file: it is empty.",
      zh: "无法接收该文件：文件为空。",
    },
    place: { file },
    hint: {
      en: "Choose a CSV, TSV or Parquet file with at least one row.",
      zh: "请选择至少包含一行数据的 CSV、TSV 或 Parquet 文件。",
    },
  }),

  emptyModel: (file: string): Problem<"workbench/empty-upload"> => ({
    code: "workbench/empty-upload",
    message: { en: "Cannot take the file: it is empty.", zh: "无法接收该文件：文件为空。" },
    place: { file },
    hint: {
      en: "Choose the ONNX file of a model that the workbench has trained.",
      zh: "请选择由本工作台训练的模型 ONNX 文件。",
    },
  }),

  uploadCutOff: (file: string): Problem<"workbench/upload-cut-off"> => ({
    code: "workbench/upload-cut-off",
    message: {
      en: "Cannot take the file: the upload was cut off before its end.",
      zh: "无法接收该文件：上传在完成之前中断。",
    },
    place: { file },
    hint: { en: "Send it again. Nothing of it was kept.", zh: "请重新上传。中断的内容未被保留。" },
  }),

  severalSources: (names: readonly string[]): Problem<"workbench/several-sources"> => ({
    code: "workbench/several-sources",
    message: {
      en: `Cannot make the notebook: it was to be made from ${nameList(names).en} at once.`,
      zh: `无法创建笔记本：同时指定了多个来源 ${nameList(names).zh}。`,
    },
    place: {},
    hint: { en: "Name one of them, or none.", zh: "请只指定其中一个，或不指定。" },
  }),

  noSuchExample: (
    name: string,
    known: readonly string[],
  ): Problem<"workbench/example-not-found"> => ({
    code: "workbench/example-not-found",
    message: {
      en: `Cannot open the example ${nameList([name]).en}: there is none of that name.`,
      zh: `无法打开示例 ${nameList([name]).zh}：没有这个名称的示例。`,
    },
    place: {},
    hint: { en: `There are ${nameList(known).en}.`, zh: `现有示例：${nameList(known).zh}。` },
  }),

  noSuchCell: (id: string): Problem<"workbench/cell-not-found"> => ({
    code: "workbench/cell-not-found",
    message: {
      en: `Cannot find the cell ${nameList([id]).en}: the notebook has none of that id.`,
      zh: `找不到单元 ${nameList([id]).zh}：笔记本中没有该 id 的单元。`,
    },
    place: {},
    hint: {
      en: "Load the notebook again: it may have changed in another window.",
      zh: "请重新加载笔记本：它可能已在其他窗口中被修改。",
    },
  }),

  noSuchTable: (cell: string, table: string): Problem<"workbench/table-not-found"> => ({
    code: "workbench/table-not-found",
    message: {
      en: `Cannot show the table ${
        nameList([table]).en
      }: the result of the cell "${cell}" has none.`,
      zh: `无法显示表格 ${nameList([table]).zh}：单元“${cell}”的结果中没有该表格。`,
    },
    place: { cell },
    hint: {
      en: "Tables are numbered from 0. Run the cell if it has no result yet.",
      zh: "表格从 0 开始编号。若该单元尚无结果，请先运行。",
    },
  }),

  resultForgotten: (cell: string): Problem<"workbench/result-not-found"> => ({
    code: "workbench/result-not-found",
    message: {
      en: `Cannot show what the cell "${cell}" gave in that run: it is not kept any more.`,
      zh: `无法显示单元“${cell}”在该次运行中的结果：结果已不再保存。`,
    },
    place: { cell },
    hint: {
      en:
        "Its scores are still there. Restore the notebook of that run and run it again to see more.",
      zh: "得分仍然保留。若要查看更多，请恢复该次运行的笔记本并重新运行。",
    },
  }),

  noSuchFile: (cell: string): Problem<"workbench/file-not-found"> => ({
    code: "workbench/file-not-found",
    message: {
      en: `Cannot download from the cell "${cell}": its result has no such file.`,
      zh: `无法从单元“${cell}”下载：其结果中没有该文件。`,
    },
    place: { cell },
    hint: {
      en: "Cells that train give a model and cells that diagnose a table. Run the cell first.",
      zh: "训练单元给出模型，诊断单元给出结果表。请先运行该单元。",
    },
  }),

  noTable: (): Problem<"workbench/result-not-found"> => ({
    code: "workbench/result-not-found",
    message: {
      en: "Cannot show the rows of the diagnosis: only its CSV file was kept.",
      zh: "无法显示诊断结果的数据行：仅保留了其 CSV 文件。",
    },
    place: {},
    hint: { en: "Download it as CSV.", zh: "请下载 CSV 文件。" },
  }),

  catalogueConflict: (model: string): Problem<"catalogue/conflict"> => ({
    code: "catalogue/conflict",
    message: {
      en: `Cannot save the fault catalogue of ${nameList([model]).en}: it was changed elsewhere.`,
      zh: `无法保存 ${nameList([model]).zh} 的故障目录：它已在别处被修改。`,
    },
    place: {},
    hint: {
      en: "Yours is still here. Compare it with the one that was saved, then save it once more.",
      zh: "您的修改仍然保留。请与已保存的版本比较后再次保存。",
    },
  }),
};
