import { nameList } from "../name_list.ts";
import type { ParamIssue } from "../param_issue.ts";
import type { Problem, Text } from "../problem.ts";
import type { PortType, ValueType } from "./value.ts";

const valueNames: Readonly<Record<PortType, Text>> = {
  table: { en: "a table or other rows", zh: "数据表或其他数据行" },
  prepared: { en: "a table", zh: "数据表" },
  model: { en: "a model", zh: "模型" },
  evaluation: { en: "an evaluation", zh: "评估结果" },
  diagnosis: { en: "a diagnosis", zh: "诊断结果" },
};

/** What can be wrong with cells: their kind, their params, what is connected to them. */
export const cellProblem = {
  unknownKind: (kind: string, similar: readonly string[]): Problem<"cells/unknown-kind"> => ({
    code: "cells/unknown-kind",
    message: {
      en: `Cannot find the cell kind "${kind}": there is none of that name.`,
      zh: `找不到单元类型“${kind}”：没有这个名称的类型。`,
    },
    place: {},
    hint: similar.length > 0
      ? {
        en: `Did you mean ${nameList(similar).en}? \`healer kinds\` lists all cell kinds.`,
        zh: `是否想用 ${nameList(similar).zh}？\`healer kinds\` 会列出全部单元类型。`,
      }
      : {
        en: "Run `healer kinds` for the list of cell kinds.",
        zh: "可运行 `healer kinds` 查看全部单元类型。",
      },
  }),

  badParam: (kind: string, { param, allowed }: ParamIssue): Problem<"cells/bad-param"> => ({
    code: "cells/bad-param",
    message: param === ""
      ? {
        en: `Cannot use the params of the "${kind}" cell: they are not valid.`,
        zh: `“${kind}”单元的参数无效。`,
      }
      : {
        en: `Cannot use the param "${param}" of the "${kind}" cell: it is not valid.`,
        zh: `“${kind}”单元的参数“${param}”无效。`,
      },
    place: param === "" ? {} : { param },
    hint: { en: `Allowed: ${allowed.en}.`, zh: `允许：${allowed.zh}。` },
  }),

  missingInput: (port: string, wanted: PortType): Problem<"cells/missing-input"> => ({
    code: "cells/missing-input",
    message: {
      en: `Cannot run the cell: nothing is connected to its input "${port}".`,
      zh: `无法运行该单元：输入“${port}”没有连接。`,
    },
    place: {},
    hint: {
      en: `Put a cell above that gives ${valueNames[wanted].en}, or connect one.`,
      zh: `请在上方添加给出${valueNames[wanted].zh}的单元，或连接一个这样的单元。`,
    },
  }),

  wrongInput: (
    port: string,
    wanted: PortType,
    given: ValueType,
  ): Problem<"cells/wrong-input"> => ({
    code: "cells/wrong-input",
    message: {
      en: `Cannot run the cell: its input "${port}" takes ${valueNames[wanted].en}, ` +
        `not ${valueNames[given].en}.`,
      zh: `无法运行该单元：输入“${port}”需要${valueNames[wanted].zh}，而不是${
        valueNames[given].zh
      }。`,
    },
    place: {},
    hint: {
      en: `Connect a cell that gives ${valueNames[wanted].en}.`,
      zh: `请连接给出${valueNames[wanted].zh}的单元。`,
    },
  }),

  noRowsBehind: (port: string): Problem<"cells/no-rows-behind"> => ({
    code: "cells/no-rows-behind",
    message: {
      en: `Cannot run the cell: its input "${port}" is an evaluation by cross-validation, ` +
        "which holds scores but no rows.",
      zh: `无法运行该单元：输入“${port}”是交叉验证的评估结果，只有得分，没有数据行。`,
    },
    place: {},
    hint: {
      en: "Connect a table, a diagnosis, or an evaluation on held-out rows.",
      zh: "请连接数据表、诊断结果，或在留出数据上的评估结果。",
    },
  }),

  emptyResult: (isWithoutColumns: boolean): Problem<"cells/empty-result"> => ({
    code: "cells/empty-result",
    message: isWithoutColumns
      ? {
        en: "Cannot make a table of the result: it has no columns.",
        zh: "无法将结果作为数据表：没有任何列。",
      }
      : {
        en: "Cannot make a table of the result: it has no rows.",
        zh: "无法将结果作为数据表：没有任何数据行。",
      },
    place: {},
    hint: isWithoutColumns
      ? { en: "Let it give at least one column.", zh: "请至少给出一列。" }
      : { en: "Loosen the conditions that rows must meet.", zh: "请放宽筛选数据行的条件。" },
  }),

  noFile: (): Problem<"cells/no-file"> => ({
    code: "cells/no-file",
    message: {
      en: "Cannot import: no file was chosen.",
      zh: "无法导入：尚未选择文件。",
    },
    place: { param: "file" },
    hint: {
      en: "Choose a CSV, TSV or Parquet file.",
      zh: "请选择 CSV、TSV 或 Parquet 文件。",
    },
  }),

  twoTypes: (column: string, param: string): Problem<"cells/two-types"> => ({
    code: "cells/two-types",
    message: {
      en: `Cannot import: the column ${nameList([column]).en} is to be read as two types.`,
      zh: `无法导入：列 ${nameList([column]).zh} 被指定了两种类型。`,
    },
    place: { param },
    hint: {
      en: "Take it out of all of these lists but one.",
      zh: "请只在其中一个列表中保留该列。",
    },
  }),

  notWritable: (detail: string): Problem<"cells/not-writable"> => ({
    code: "cells/not-writable",
    message: {
      en: `Cannot write the result of the cell: ${detail}.`,
      zh: `无法写入单元结果：${detail}。`,
    },
    place: {},
    hint: {
      en: "Check that the disk of the workspace is not full.",
      zh: "请检查工作区所在磁盘是否已满。",
    },
  }),

  noLabel: (purpose: Text): Problem<"cells/no-label"> => ({
    code: "cells/no-label",
    message: {
      en: `Cannot ${purpose.en}: no column of the table has the role label.`,
      zh: `无法${purpose.zh}：表中没有标签列。`,
    },
    place: {},
    hint: {
      en: "Choose the label column in the cell that imports the table.",
      zh: "请在导入数据表的单元中选择标签列。",
    },
  }),

  noScore: (): Problem<"cells/no-score"> => ({
    code: "cells/no-score",
    message: {
      en: "Cannot rank the features: no score is chosen.",
      zh: "无法对特征排名：未选择任何得分。",
    },
    place: { param: "anova" },
    hint: { en: "Choose at least one score.", zh: "请至少选择一种得分。" },
  }),

  noColumnToSplitBy: (role: "group" | "time"): Problem<"cells/no-column-to-split-by"> => ({
    code: "cells/no-column-to-split-by",
    message: {
      en: `Cannot split by ${role}: no column of the table has the role ${role}.`,
      zh: `无法按${{ group: "分组", time: "时间" }[role]}划分：表中没有${
        { group: "分组", time: "时间" }[role]
      }列。`,
    },
    place: { param: "by" },
    hint: {
      en: `Choose the ${role} column in the cell that imports the table, or split by class.`,
      zh: `请在导入数据表的单元中选择${{ group: "分组", time: "时间" }[role]}列，或按类别划分。`,
    },
  }),

  otherSplit: (): Problem<"cells/other-split"> => ({
    code: "cells/other-split",
    message: {
      en: "Cannot evaluate: the model was trained on this table, but not with this split, so the " +
        "held-out rows are not new to it.",
      zh: "无法评估：模型用此表训练，但划分方式不同，留出的数据行对模型并非全新。",
    },
    place: {},
    hint: {
      en: "Let the training and the evaluation read tables behind one and the same split.",
      zh: "请让训练单元和评估单元使用同一个划分之后的数据表。",
    },
  }),

  notScored: (): Problem<"cells/not-scored"> => ({
    code: "cells/not-scored",
    message: {
      en: "Cannot evaluate: no rows were held out, and the model carries no cross-validated score.",
      zh: "无法评估：没有留出的数据行，模型也没有交叉验证得分。",
    },
    place: {},
    hint: {
      en: "Put a split in front of the training, or give labelled rows of another table.",
      zh: "请在训练之前添加划分单元，或提供另一张带标签的数据表。",
    },
  }),

  notNumeric: (param: string, column: string): Problem<"cells/not-numeric"> => ({
    code: "cells/not-numeric",
    message: {
      en: `Cannot draw the column ${nameList([column]).en} on a scale: it holds text.`,
      zh: `无法在坐标轴上绘制列 ${nameList([column]).zh}：该列是文本。`,
    },
    place: { param },
    hint: {
      en:
        "Choose a column of numbers or times, or show texts as bars, boxes, a heat map, colours or panels.",
      zh: "请选择数值或时间列；文本列可用于柱状图、箱形图、热力图、颜色或分面。",
    },
  }),

  nothingToDraw: (param: string): Problem<"cells/nothing-to-draw"> => ({
    code: "cells/nothing-to-draw",
    message: {
      en: "Cannot draw the chart: the table has no column that fits here.",
      zh: "无法绘制图表：表中没有适合此处的列。",
    },
    place: { param },
    hint: {
      en: "Choose a column, or another mark.",
      zh: "请选择一列，或换用其他图形。",
    },
  }),

  nothingToMap: (rows: number, columns: number): Problem<"cells/nothing-to-map"> => ({
    code: "cells/nothing-to-map",
    message: rows < 3
      ? {
        en: `Cannot map the rows: there are ${rows}, and a map takes three.`,
        zh: `无法绘制分布图：只有 ${rows} 行，至少需要三行。`,
      }
      : {
        en: `Cannot map the rows: none of the ${columns} features holds more than one value.`,
        zh: `无法绘制分布图：${columns} 个特征都只有一种取值。`,
      },
    place: {},
    hint: {
      en: "Connect a table with more rows, or with features that vary.",
      zh: "请连接行数更多、或特征取值有变化的数据表。",
    },
  }),

  noColourColumn: (): Problem<"cells/no-colour-column"> => ({
    code: "cells/no-colour-column",
    message: {
      en: "Cannot colour the map by a column: none is chosen.",
      zh: "无法按列着色：尚未选择列。",
    },
    place: { param: "column" },
    hint: { en: "Choose a column, or another colour.", zh: "请选择一列，或更换着色依据。" },
  }),

  noSuchRows: (range: string, rows: number): Problem<"cells/no-such-rows"> => ({
    code: "cells/no-such-rows",
    message: {
      en: `Cannot choose the rows ${range}: the table has ${rows} rows.`,
      zh: `无法选取第 ${range} 行：表中只有 ${rows} 行。`,
    },
    place: { param: "rows" },
    hint: {
      en: "Check that the cell reads the table whose rows were chosen.",
      zh: "请检查该单元读取的是否是当初选行的那张表。",
    },
  }),

  noRowsLeft: (mode: "keep" | "drop"): Problem<"cells/no-rows-left"> => ({
    code: "cells/no-rows-left",
    message: mode === "keep"
      ? {
        en: "Cannot go on without rows: no row has these numbers and meets these conditions.",
        zh: "没有剩余的数据行：没有任何行符合这些行号和条件。",
      }
      : {
        en: "Cannot go on without rows: all of them are left out.",
        zh: "没有剩余的数据行：所有行都被剔除。",
      },
    place: { param: "where" },
    hint: { en: "Loosen the conditions, or change the row numbers.", zh: "请放宽条件或修改行号。" },
  }),

  noTrainingRowsLeft: (): Problem<"cells/no-training-rows-left"> => ({
    code: "cells/no-training-rows-left",
    message: {
      en: "Cannot choose these rows behind the steps: none of them trains, and steps learn from " +
        "training rows only.",
      zh: "无法在预处理步骤之后选取这些行：其中没有训练行，而步骤只能从训练行学习。",
    },
    place: { param: "rows" },
    hint: {
      en: "Let the cell read the table in front of the steps.",
      zh: "请让该单元读取预处理步骤之前的数据表。",
    },
  }),

  rowsSeen: (seen: number, rows: number): Problem<"cells/rows-seen"> => ({
    code: "cells/rows-seen",
    message: {
      en: `Cannot evaluate: the model was trained on ${seen} of the ${rows} rows, which come ` +
        "from the same table.",
      zh: `无法评估：这 ${rows} 行与训练数据来自同一张表，其中 ${seen} 行模型训练时已见过。`,
    },
    place: {},
    hint: {
      en: "Put the split in front of both the training and the choice of rows.",
      zh: "请把划分单元放在训练和选取数据行之前。",
    },
  }),

  unknownClass: (name: string, classes: readonly string[]): Problem<"cells/unknown-class"> => ({
    code: "cells/unknown-class",
    message: {
      en: `Cannot explain the fault ${nameList([name]).en}: the model does not know it.`,
      zh: `无法解释故障 ${nameList([name]).zh}：模型不认识该类别。`,
    },
    place: { param: "class" },
    hint: {
      en: `Choose one of ${nameList(classes).en}, or leave it empty.`,
      zh: `请从 ${nameList(classes).zh} 中选择，或留空。`,
    },
  }),
};
