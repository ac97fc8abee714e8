import { nameList } from "../name_list.ts";
import type { Notice, Problem, Text } from "../problem.ts";
import type { ColumnType } from "../table/column_type.ts";

const typeNames: Readonly<Record<ColumnType, Text>> = {
  number: { en: "number", zh: "数值" },
  boolean: { en: "true or false", zh: "布尔值" },
  text: { en: "text", zh: "文本" },
  time: { en: "time", zh: "时间" },
};

/** What keeps a pipeline from being applied to a table. */
export const pipelineFitProblem = {
  missing: (
    missing: readonly { readonly name: string; readonly similar: readonly string[] }[],
    needed: number,
  ): Problem<"pipeline/missing-features"> => {
    const names = nameList(missing.map(({ name }) => name));
    const offered = new Map<string, string>();
    for (const { name, similar: [near] } of missing) {
      if (near !== undefined && !offered.has(near)) offered.set(near, name);
    }
    const pairs = [...offered].slice(0, 5);
    const [en, zh] = ["for", "对应"].map((word) =>
      pairs.map(([near, name]) => `${nameList([near]).en} ${word} ${nameList([name]).en}`)
    );
    return {
      code: "pipeline/missing-features",
      message: {
        en: `Cannot apply the pipeline: the table lacks ${missing.length} of its ${needed} ` +
          `feature${needed === 1 ? "" : "s"}: ${names.en}.`,
        zh:
          `无法应用流水线：它需要 ${needed} 个特征，数据表缺少 ${missing.length} 个：${names.zh}。`,
      },
      place: {},
      hint: pairs.length > 0
        ? {
          en: `The closest columns are ${en?.join(", ")}. ` +
            "If they are the same, rename them; else choose a table with these columns.",
          zh: `最接近的列：${
            zh?.join("、")
          }。若是同一指标，请重命名；否则请选择包含这些列的数据表。`,
        }
        : {
          en: "No column of the table comes close: choose a table with these columns, " +
            "or build a pipeline on this one.",
          zh: "表中没有相近的列：请选择包含这些列的数据表，或针对此表另建流水线。",
        },
    };
  },

  retyped: (
    retyped: readonly { readonly name: string; readonly type: ColumnType }[],
  ): Problem<"pipeline/retyped-features"> => {
    const names = nameList(retyped.map(({ name }) => name));
    const types = [...new Set(retyped.map(({ type }) => type))].map((type) => typeNames[type]);
    return {
      code: "pipeline/retyped-features",
      message: {
        en: `Cannot apply the pipeline: it learns from numbers, and ${names.en} ${
          retyped.length === 1 ? "holds" : "hold"
        } ${types.map(({ en }) => en).join(" and ")} in this table.`,
        zh: `无法应用流水线：它从数值中学习，而此表中 ${names.zh} 的类型为${
          types.map(({ zh }) => zh).join("、")
        }。`,
      },
      place: {},
      hint: {
        en: "Import the table again and read these columns as numbers, if that is what they are.",
        zh: "如果这些列确为数值，请重新导入数据表，并将其按数值读取。",
      },
    };
  },

  noLabel: (wanted: string, similar: readonly string[]): Problem<"pipeline/no-label"> => ({
    code: "pipeline/no-label",
    message: {
      en: `Cannot apply the pipeline: the table has no column ${
        nameList([wanted]).en
      }, which names the fault, and none that looks like it.`,
      zh: `无法应用流水线：数据表没有记录故障的列 ${nameList([wanted]).zh}，也没有类似标签的列。`,
    },
    place: { param: "label" },
    hint: chooseLabel(similar),
  }),

  absentLabel: (label: string, similar: readonly string[]): Problem<"pipeline/absent-label"> => ({
    code: "pipeline/absent-label",
    message: {
      en: `Cannot apply the pipeline: the table has no column ${
        nameList([label]).en
      } for its label.`,
      zh: `无法应用流水线：数据表中没有可作标签的列 ${nameList([label]).zh}。`,
    },
    place: { param: "label" },
    hint: chooseLabel(similar),
  }),

  tooFewClasses: (label: string, classes: number): Problem<"pipeline/too-few-classes"> => ({
    code: "pipeline/too-few-classes",
    message: {
      en: `Cannot apply the pipeline: the label column ${nameList([label]).en} ${
        classes === 0 ? "is empty" : "names only one fault"
      }, and at least two are needed to tell them apart.`,
      zh: `无法应用流水线：标签列 ${nameList([label]).zh} ${
        classes === 0 ? "为空" : "只有一种取值"
      }，至少需要两种才能区分。`,
    },
    place: { param: "label" },
    hint: {
      en: "Choose another label column, or a table with rows of two faults or more.",
      zh: "请选择其他标签列，或包含两种以上故障的数据表。",
    },
  }),
};

/** What is worth saying of a table that fits. */
export const pipelineFitNotice = {
  extra: (names: readonly string[]): Notice => ({
    code: "pipeline/extra-columns",
    message: {
      en: `${
        names.length === 1
          ? "1 column is not part of the pipeline and is"
          : `${names.length} columns are not part of the pipeline and are`
      } ignored: ${nameList(names).en}.`,
      zh: `流水线不使用的 ${names.length} 列将被忽略：${nameList(names).zh}。`,
    },
  }),

  otherLabel: (wanted: string, label: string): Notice => ({
    code: "pipeline/other-label",
    message: {
      en: `The label is ${nameList([label]).en}; the pipeline was saved with ${
        nameList([wanted]).en
      }.`,
      zh: `标签列为 ${nameList([label]).zh}；保存流水线时为 ${nameList([wanted]).zh}。`,
    },
  }),
};

function chooseLabel(similar: readonly string[]): Text {
  return similar.length > 0
    ? {
      en: `Name the label column; the closest ${similar.length === 1 ? "is" : "are"} ${
        nameList(similar).en
      }.`,
      zh: `请指定标签列；最接近的是 ${nameList(similar).zh}。`,
    }
    : {
      en: "Name the column that says which fault each row has.",
      zh: "请指定记录每行故障的列。",
    };
}
