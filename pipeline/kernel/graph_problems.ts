import type { PortType, ValueType } from "../cells/value.ts";
import { nameList } from "../name_list.ts";
import type { Problem, Text } from "../problem.ts";

/** One input of a cell. */
export interface Input {
  readonly cell: string;
  readonly port: string;
  /** What it takes. */
  readonly type: PortType;
}

/** What can be wrong with the wires of a cell. `instead` is a cell above it that would do. */
export const graphProblem = {
  unknownPort: (
    cell: string,
    kind: string,
    port: string,
    ports: readonly string[],
  ): Problem<"graph/unknown-port"> => ({
    code: "graph/unknown-port",
    message: {
      en: `Cannot run the cell "${cell}": the kind "${kind}" has no input ${nameList([port]).en}.`,
      zh: `无法运行单元“${cell}”：类型“${kind}”没有输入 ${nameList([port]).zh}。`,
    },
    place: { cell },
    hint: ports.length > 0
      ? {
        en: `Remove it, or name one of its inputs: ${nameList(ports).en}.`,
        zh: `请删除它，或改用该类型的输入：${nameList(ports).zh}。`,
      }
      : {
        en: "Remove it: cells of this kind read from no other cell.",
        zh: "请删除它：该类型的单元不读取其他单元。",
      },
  }),

  missingCell: (
    { cell, port, type }: Input,
    wanted: string,
    instead: string | undefined,
  ): Problem<"graph/missing-cell"> => ({
    code: "graph/missing-cell",
    message: {
      en: `Cannot run the cell "${cell}": its input "${port}" names the cell "${wanted}", ` +
        "which does not exist.",
      zh: `无法运行单元“${cell}”：其输入“${port}”指向的单元“${wanted}”不存在。`,
    },
    place: { cell },
    hint: instead === undefined ? addAbove(type) : readInstead(instead),
  }),

  readsBelow: (
    { cell, port }: Input,
    wanted: string,
    instead: string | undefined,
  ): Problem<"graph/reads-below"> => ({
    code: "graph/reads-below",
    message: {
      en: `Cannot run the cell "${cell}": its input "${port}" names the cell "${wanted}", ` +
        "which stands below it.",
      zh: `无法运行单元“${cell}”：其输入“${port}”指向的单元“${wanted}”位于它的下方。`,
    },
    place: { cell },
    hint: instead === undefined
      ? {
        en: `Move the cell "${wanted}" above it.`,
        zh: `请将单元“${wanted}”移到它的上方。`,
      }
      : {
        en: `Read the cell "${instead}" instead, or move the cell "${wanted}" above it.`,
        zh: `可改为读取单元“${instead}”，或将单元“${wanted}”移到它的上方。`,
      },
  }),

  cycle: (
    { cell, port, type }: Input,
    cycle: readonly string[],
    instead: string | undefined,
  ): Problem<"graph/cycle"> => ({
    code: "graph/cycle",
    message: {
      en: `Cannot run the cell "${cell}": through its input "${port}" it reads from itself ` +
        `(${shortCycle(cycle)}).`,
      zh: `无法运行单元“${cell}”：它通过输入“${port}”读取了自己的结果（${shortCycle(cycle)}）。`,
    },
    place: { cell },
    hint: instead === undefined ? addAbove(type) : readInstead(instead),
  }),

  wrongType: (
    { cell, port, type }: Input,
    wanted: string,
    given: readonly ValueType[],
    instead: string | undefined,
  ): Problem<"graph/wrong-type"> => ({
    code: "graph/wrong-type",
    message: {
      en: `Cannot run the cell "${cell}": its input "${port}" takes ${typeNames[type].en}, ` +
        `but the cell "${wanted}" gives ${givenNames(given).en}.`,
      zh: `无法运行单元“${cell}”：其输入“${port}”需要${typeNames[type].zh}，` +
        `而单元“${wanted}”给出的是${givenNames(given).zh}。`,
    },
    place: { cell },
    hint: instead === undefined ? addAbove(type) : readInstead(instead),
  }),

  missingInput: ({ cell, port, type }: Input): Problem<"graph/missing-input"> => ({
    code: "graph/missing-input",
    message: {
      en: `Cannot run the cell "${cell}": its input "${port}" takes ${typeNames[type].en}, ` +
        "and no cell above gives one.",
      zh: `无法运行单元“${cell}”：其输入“${port}”需要${typeNames[type].zh}，而上方没有单元给出。`,
    },
    place: { cell },
    hint: addAbove(type),
  }),
};

/** What flows along a wire, in words. */
const typeNames: Readonly<Record<PortType, Text>> = {
  table: { en: "a table or other rows", zh: "数据表或其他数据行" },
  prepared: { en: "a table", zh: "数据表" },
  model: { en: "a model", zh: "模型" },
  evaluation: { en: "an evaluation", zh: "评估结果" },
  diagnosis: { en: "a diagnosis", zh: "诊断结果" },
};

const sources: Readonly<Record<PortType, Text>> = {
  table: { en: "one that imports data", zh: "导入数据的单元" },
  prepared: { en: "one that imports data", zh: "导入数据的单元" },
  model: { en: "one that trains", zh: "训练单元" },
  evaluation: { en: "one that evaluates", zh: "评估单元" },
  diagnosis: { en: "one that diagnoses", zh: "诊断单元" },
};

function givenNames(types: readonly ValueType[]): Text {
  if (types.length === 0) return { en: "nothing", zh: "空（不产生结果）" };
  return {
    en: types.map((type) => typeNames[type].en).join(" and "),
    zh: types.map((type) => typeNames[type].zh).join("和"),
  };
}

function addAbove(type: PortType): Text {
  return {
    en: `Add a cell above that gives ${typeNames[type].en}, such as ${sources[type].en}.`,
    zh: `请在上方添加能给出${typeNames[type].zh}的单元，例如${sources[type].zh}。`,
  };
}

function readInstead(cell: string): Text {
  return { en: `Read the cell "${cell}" instead.`, zh: `可改为读取单元“${cell}”。` };
}

function shortCycle(cycle: readonly string[]): string {
  const shown = cycle.length <= 6 ? cycle : [...cycle.slice(0, 3), "…", ...cycle.slice(-2)];
  return shown.join(" → ");
}
