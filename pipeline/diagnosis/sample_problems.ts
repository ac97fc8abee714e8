import type { TextPlace } from "../json_error_place.ts";
import { nameList } from "../name_list.ts";
import type { Problem } from "../problem.ts";

const forms = {
  en: "Write name=value pairs, a line of CSV (with or without its header), or JSON.",
  zh: "请输入“名称=值”、一行 CSV（可带表头）或 JSON。",
};

/** A name that is no feature, with features that may have been meant. */
export interface UnknownName {
  readonly name: string;
  readonly closest: readonly string[];
}

/** What can be wrong with a sample that someone wrote or pasted. */
export const sampleProblem = {
  empty: (): Problem<"sample/empty"> => ({
    code: "sample/empty",
    message: { en: "There is no value to read.", zh: "没有可读取的值。" },
    place: { param: "values" },
    hint: forms,
  }),

  notJson: (place: TextPlace): Problem<"sample/not-json"> => ({
    code: "sample/not-json",
    message: {
      en: `This starts like JSON but stops being it at line ${place.line}, column ${place.column}.`,
      zh: `内容以 JSON 开头，但在第 ${place.line} 行第 ${place.column} 列处不符合 JSON 语法。`,
    },
    place: { param: "values", ...place },
    hint: {
      en: 'Write {"cpu": 93, "mem": null} with the names of KPIs, or [93, null] in their order.',
      zh: '请写成 {"cpu": 93, "mem": null}（按指标名）或 [93, null]（按指标顺序）。',
    },
  }),

  unreadable: (): Problem<"sample/unreadable"> => ({
    code: "sample/unreadable",
    message: {
      en: "No KPI of the model is named here, and these are not as many numbers as it takes.",
      zh: "其中没有模型的指标名称，数值个数也与模型所需不符。",
    },
    place: { param: "values" },
    hint: forms,
  }),

  unknown: (names: readonly UnknownName[]): Problem<"sample/unknown-features"> => {
    const list = nameList(names.map(({ name }) => name));
    const close = nameList([...new Set(names.flatMap(({ closest }) => closest))]);
    return {
      code: "sample/unknown-features",
      message: {
        en: `The model knows no KPI ${list.en}; ${
          names.length === 1 ? "it was" : "they were"
        } left out.`,
        zh: `模型中没有指标 ${list.zh}，已忽略。`,
      },
      place: { param: "values" },
      hint: close.en === ""
        ? { en: "Check the names.", zh: "请检查名称。" }
        : { en: `Did you mean ${close.en}?`, zh: `您是否想写 ${close.zh}？` },
    };
  },

  repeated: (
    names: readonly string[],
    counted: "first" | "last",
  ): Problem<"sample/repeated-features"> => {
    const list = nameList(names);
    return {
      code: "sample/repeated-features",
      message: {
        en: `${list.en} ${
          names.length === 1 ? "stands" : "stand"
        } here more than once; the ${counted} value was taken.`,
        zh: `${list.zh} 出现多次，已采用${counted === "first" ? "第一个" : "最后一个"}值。`,
      },
      place: { param: "values" },
      hint: { en: "Give each KPI one value.", zh: "请为每个指标只给一个值。" },
    };
  },

  notNumbers: (cells: readonly { name: string; raw: string }[]): Problem<"sample/not-numbers"> => {
    const list = nameList(cells.map(({ name, raw }) => `${name}: ${raw}`));
    return {
      code: "sample/not-numbers",
      message: {
        en: `${
          cells.length === 1
            ? "One value is no number and was"
            : `${cells.length} values are no numbers and were`
        } left empty: ${list.en}.`,
        zh: `${cells.length} 个值不是数字，已按缺失处理：${list.zh}。`,
      },
      place: { param: "values" },
      hint: {
        en:
          "Write plain numbers without units, such as 93 or 1.5e6; leave a value empty where it is missing.",
        zh: "请填写不带单位的数字，如 93 或 1.5e6；缺失的值请留空。",
      },
    };
  },

  wrongCount: (count: number, wanted: number): Problem<"sample/wrong-count"> => ({
    code: "sample/wrong-count",
    message: {
      en:
        `Without names there must be one value for each of the model's ${wanted} KPIs; there are ${count}.`,
      zh: `不写名称时，须按顺序给出模型全部 ${wanted} 个指标的值；当前有 ${count} 个。`,
    },
    place: { param: "values" },
    hint: {
      en: "Add the header line with the names, or leave missing values empty between their commas.",
      zh: "请加上包含指标名的表头行，或在逗号之间为缺失值留空。",
    },
  }),

  severalRows: (): Problem<"sample/several-rows"> => ({
    code: "sample/several-rows",
    message: {
      en: "There are several samples here; the first was taken.",
      zh: "其中包含多个样本，已采用第一个。",
    },
    place: { param: "values" },
    hint: { en: "Diagnose a table to have all of them.", zh: "如需诊断全部样本，请使用数据表。" },
  }),
};
