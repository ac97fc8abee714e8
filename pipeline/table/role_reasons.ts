import { nameList } from "../name_list.ts";
import type { Notice, Text } from "../problem.ts";
import type { Role } from "./role.ts";

/** Why a guessed column has its role. */
export const roleReason = {
  labelName: { en: "Its name says that it is the label.", zh: "列名表明它是标签。" },
  labelContent: {
    en: "It is the last column and holds a few texts that repeat.",
    zh: "它是最后一列，且只包含少数重复出现的文本。",
  },
  idName: { en: "Its name says that it tells the rows apart.", zh: "列名表明它用于区分各行。" },
  idContent: {
    en: "Its values count up or are all different texts, like an identifier.",
    zh: "其取值逐行递增或为互不相同的文本，像是标识。",
  },
  groupName: {
    en: "Its name says that it groups rows, and its values repeat.",
    zh: "列名表明它用于对行分组，且取值有重复。",
  },
  timeName: { en: "Its name says that it is the time.", zh: "列名表明它是时间。" },
  timeContent: { en: "It is the first column of times.", zh: "它是第一个时间类型的列。" },
  number: { en: "It holds numbers.", zh: "该列为数值。" },
  boolean: { en: "It holds true and false.", zh: "该列为真假值。" },
  text: { en: "It holds text, and features are numbers.", zh: "该列为文本，而特征必须是数值。" },
  otherTime: { en: "It is another column of times.", zh: "它是另一个时间列。" },
  otherLabel: {
    en: "Its name says that it is a label too, which would give the answer away.",
    zh: "列名表明它也是标签，作为特征会泄露答案。",
  },
  identifier: {
    en: "It names or counts things and measures nothing.",
    zh: "它是名称编号或计数，不是测量值。",
  },
} as const satisfies Record<string, Text>;

const inEnglish: Readonly<Record<Role, string>> = {
  feature: "a feature",
  label: "the label",
  id: "the row identifier",
  group: "the group",
  time: "the time",
  ignored: "ignored",
};

const inChinese: Readonly<Record<Role, string>> = {
  feature: "特征",
  label: "标签",
  id: "行标识",
  group: "分组",
  time: "时间",
  ignored: "忽略",
};

/** What the user hears about the guessed roles. */
export const roleNotice = {
  guessed(column: string, role: Role, reason: Text): Notice {
    const name = nameList([column]);
    return {
      code: "role/guessed",
      message: {
        en: `Took the column ${name.en} as ${inEnglish[role]}. ${reason.en} ` +
          "Name another column if that is wrong.",
        zh: `将列 ${name.zh} 视为${inChinese[role]}。${reason.zh}如有误，请另行指定。`,
      },
    };
  },

  ignored(columns: readonly string[], reason: Text): Notice {
    const names = nameList(columns);
    const one = columns.length === 1;
    return {
      code: "role/ignored",
      message: {
        en: `Ignored ${one ? "the column" : `${columns.length} columns:`} ${names.en}. ` +
          (one ? reason.en : `Of each: ${reason.en}`),
        zh: `已忽略${one ? "列" : ` ${columns.length} 列：`} ${names.zh}。${reason.zh}`,
      },
    };
  },

  repeatedId(column: string, rows: number, distinct: number): Notice {
    const name = nameList([column]);
    return {
      code: "role/repeated-id",
      message: {
        en:
          `The row identifier ${name.en} is not unique: ${rows} rows have ${distinct} different ` +
          "values.",
        zh: `行标识列 ${name.zh} 不唯一：${rows} 行中只有 ${distinct} 个不同的值。`,
      },
    };
  },
};
