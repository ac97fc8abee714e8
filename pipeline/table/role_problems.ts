import { closestNames } from "../closest_names.ts";
import { nameList } from "../name_list.ts";
import type { Problem, Text } from "../problem.ts";

const chinese: Readonly<Record<string, string>> = {
  feature: "特征",
  label: "标签",
  id: "标识",
  group: "分组",
  time: "时间",
  ignored: "忽略",
};

/** What can be wrong with the roles of a table's columns and with its labels. */
export const roleProblem = {
  /** `param` names the setting that asked for the column. */
  absentColumn(
    column: string,
    columns: readonly string[],
    param?: string,
  ): Problem<"role/absent-column"> {
    const name = nameList([column]);
    return {
      code: "role/absent-column",
      message: {
        en: `Cannot find the column ${name.en}: the table has no column of that name.`,
        zh: `找不到列 ${name.zh}：表中没有该名称的列。`,
      },
      place: param === undefined ? {} : { param },
      hint: didYouMean(column, columns),
    };
  },

  /** `position` counts columns from 1. */
  notNumeric(column: string, position: number): Problem<"role/not-numeric"> {
    const name = nameList([column]);
    return {
      code: "role/not-numeric",
      message: {
        en: `Cannot use the column ${name.en} as a feature: it holds text.`,
        zh: `不能将列 ${name.zh} 用作特征：该列是文本。`,
      },
      place: { column: position },
      hint: {
        en: "Ignore the column, or turn its text into numbers first.",
        zh: "请忽略该列，或先将文本转换为数值。",
      },
    };
  },

  twoRoles(
    column: string,
    first: string,
    second: string,
    param: string,
  ): Problem<"role/two-roles"> {
    const name = nameList([column]);
    return {
      code: "role/two-roles",
      message: {
        en:
          `Cannot give the column ${name.en} two roles: it is named as ${first} and as ${second}.`,
        zh: `不能为列 ${name.zh} 指定两个角色：它同时被指定为${chinese[first] ?? first}和${
          chinese[second] ?? second
        }。`,
      },
      place: { param },
      hint: {
        en: "Name the column for one role only.",
        zh: "请只为该列指定一个角色。",
      },
    };
  },

  noLabels(column: string, position: number, rows: number): Problem<"role/no-labels"> {
    const name = nameList([column]);
    return {
      code: "role/no-labels",
      message: {
        en: `Cannot read labels from the column ${name.en}: ` +
          (rows === 0 ? "the table has no rows." : "every cell is empty."),
        zh: `无法从列 ${name.zh} 读取标签：${
          rows === 0 ? "表中没有数据行。" : "所有单元格均为空。"
        }`,
      },
      place: { column: position },
      hint: {
        en: "Choose the column that names the fault, or fill in at least some of its cells.",
        zh: "请选择记录故障名称的列，或至少填写其中一部分单元格。",
      },
    };
  },

  singleClass(
    column: string,
    position: number,
    className: string,
  ): Problem<"role/single-class"> {
    const name = nameList([column]);
    const only = nameList([className]);
    return {
      code: "role/single-class",
      message: {
        en: `Cannot learn from the column ${name.en}: all its labels are ${only.en}.`,
        zh: `无法从列 ${name.zh} 学习：其中所有标签都是 ${only.zh}。`,
      },
      place: { column: position },
      hint: {
        en: "Add rows of at least one other class, or choose another label column.",
        zh: "请添加至少一个其他类别的数据行，或选择其他标签列。",
      },
    };
  },

  tooManyClasses(
    column: string,
    position: number,
    classes: number,
    labelled: number,
  ): Problem<"role/too-many-classes"> {
    const name = nameList([column]);
    return {
      code: "role/too-many-classes",
      message: {
        en:
          `Cannot use the column ${name.en} as the label: it has ${classes} different values in ${labelled} labelled rows.`,
        zh: `不能将列 ${name.zh} 用作标签：${labelled} 个有标签的行中有 ${classes} 个不同的值。`,
      },
      place: { column: position },
      hint: {
        en: "Choose the column that names the fault (at most 500 classes, several rows each); " +
          "sort measured numbers into a few named classes first.",
        zh:
          "请选择记录故障名称的列（最多 500 个类别，每个类别应有多行）；连续数值请先划分为少数几个类别。",
      },
    };
  },

  unknownClasses(
    column: string,
    position: number,
    unknown: readonly string[],
    classes: readonly string[],
  ): Problem<"role/unknown-classes"> {
    const name = nameList([column]);
    const strange = nameList(unknown);
    const expected = nameList(classes);
    return {
      code: "role/unknown-classes",
      message: {
        en: `Cannot match the labels of the column ${name.en}: ${strange.en} ` +
          (unknown.length === 1 ? "is not among the classes." : "are not among the classes."),
        zh: `列 ${name.zh} 的标签无法匹配：${strange.zh} 不在已知类别中。`,
      },
      place: { column: position },
      hint: {
        en: `The classes are ${expected.en}. Correct the labels, or leave out those rows.`,
        zh: `已知类别为 ${expected.zh}。请更正标签，或去除这些行。`,
      },
    };
  },
};

function didYouMean(name: string, candidates: readonly string[]): Text {
  const close = closestNames(name, candidates);
  if (close.length > 0) {
    const names = nameList(close);
    return { en: `Did you mean ${names.en}?`, zh: `您是否想用 ${names.zh}？` };
  }
  if (candidates.length === 0) {
    return { en: "The table has no columns at all.", zh: "表中没有任何列。" };
  }
  const names = nameList(candidates);
  return { en: `The columns are ${names.en}.`, zh: `表中的列有 ${names.zh}。` };
}
