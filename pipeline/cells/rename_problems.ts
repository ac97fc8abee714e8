import { nameList } from "../name_list.ts";
import type { Problem } from "../problem.ts";

/** What can be wrong with new names for columns. */
export const renameProblem = {
  behindSteps: (step: string): Problem<"cells/rename-behind-steps"> => ({
    code: "cells/rename-behind-steps",
    message: {
      en: `Cannot rename the columns: the step "${step}" stands in front and knows the old names.`,
      zh: `无法重命名列：前面的步骤“${step}”使用的是旧名称。`,
    },
    place: {},
    hint: {
      en: "Move the cell up, in front of all steps.",
      zh: "请将该单元移到所有预处理步骤之前。",
    },
  }),

  noSuchColumn: (
    name: string,
    similar: readonly string[],
  ): Problem<"cells/no-column-to-rename"> => ({
    code: "cells/no-column-to-rename",
    message: {
      en: `Cannot rename the column ${nameList([name]).en}: the table has none of that name.`,
      zh: `无法重命名列 ${nameList([name]).zh}：表中没有这一列。`,
    },
    place: { param: "renames" },
    hint: similar.length > 0
      ? {
        en: `Did you mean ${nameList(similar).en}?`,
        zh: `是否指 ${nameList(similar).zh}？`,
      }
      : { en: "Take a name from the table.", zh: "请使用表中的列名。" },
  }),

  nameTaken: (name: string): Problem<"cells/name-taken"> => ({
    code: "cells/name-taken",
    message: {
      en: `Cannot rename the columns: two of them would be called ${nameList([name]).en}.`,
      zh: `无法重命名列：会有两列都叫 ${nameList([name]).zh}。`,
    },
    place: { param: "renames" },
    hint: {
      en: "Give one of them another name; every name stands for one column.",
      zh: "请为其中一列另取名称；每个名称只能对应一列。",
    },
  }),
};
