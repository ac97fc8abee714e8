import { nameList } from "../name_list.ts";
import type { Problem } from "../problem.ts";

/** What keeps a pipeline from being taken from a notebook. */
export const pipelineCellProblem = {
  noSuchCell: (cell: string): Problem<"pipeline/no-such-cell"> => ({
    code: "pipeline/no-such-cell",
    message: {
      en: `Cannot take a pipeline from the cell ${nameList([cell]).en}: there is none of that id.`,
      zh: `无法从单元 ${nameList([cell]).zh} 得到流水线：没有该 id 的单元。`,
    },
    place: {},
    hint: { en: "Name a cell that trains.", zh: "请指定一个训练单元。" },
  }),

  notATrainingCell: (cell: string): Problem<"pipeline/not-a-training-cell"> => ({
    code: "pipeline/not-a-training-cell",
    message: {
      en: `Cannot take a pipeline from the cell "${cell}": it trains nothing.`,
      zh: `无法从单元“${cell}”得到流水线：它不进行训练。`,
    },
    place: { cell },
    hint: {
      en: "A pipeline ends in a learner: choose a cell that trains or finds a model.",
      zh: "流水线以学习器结尾：请选择训练或自动寻优单元。",
    },
  }),

  noTrainingCell: (): Problem<"pipeline/no-training-cell"> => ({
    code: "pipeline/no-training-cell",
    message: {
      en: "Cannot take a pipeline from the notebook: none of its cells trains.",
      zh: "无法从该笔记本得到流水线：其中没有训练单元。",
    },
    place: {},
    hint: {
      en: "A pipeline ends in a learner: add a cell that trains.",
      zh: "流水线以学习器结尾：请添加一个训练单元。",
    },
  }),

  notRun: (cell: string): Problem<"pipeline/not-run"> => ({
    code: "pipeline/not-run",
    message: {
      en: `Cannot take the pipeline: the cell "${cell}" has not run as it is now.`,
      zh: `无法得到流水线：单元“${cell}”尚未按当前设置运行。`,
    },
    place: { cell },
    hint: {
      en: "Run it: the columns that the pipeline learns from stand in its result.",
      zh: "请先运行它：流水线所用的列来自它的结果。",
    },
  }),

  noLabel: (cell: string): Problem<"pipeline/no-label"> => ({
    code: "pipeline/no-label",
    message: {
      en: `Cannot take the pipeline of the cell "${cell}": its table has no label column.`,
      zh: `无法得到单元“${cell}”的流水线：其数据表没有标签列。`,
    },
    place: { cell },
    hint: {
      en: "Say in the cell that imports the table which column names the fault.",
      zh: "请在导入数据表的单元中指定记录故障的列。",
    },
  }),
};
