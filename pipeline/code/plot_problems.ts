import { closestNames } from "../closest_names.ts";
import type { Text } from "../problem.ts";
import { plotLimits, type PlotValueKind } from "./plot_words.ts";
import { plotValueWords } from "./plot_values.ts";

/** What is wrong with a plot: what the code that asked for it did, and what to do. */
export class PlotError extends Error {
  override readonly name = "PlotError";

  constructor(readonly text: Text, readonly hint: Text) {
    super(`${text.en} ${hint.en}`);
  }
}

/** Reasons why a plot cannot be recorded or drawn; `where` names a mark, a transform or a scale. */
export const plotProblem = {
  unknownPart: (name: string, known: readonly string[]): PlotError =>
    new PlotError(
      { en: `Plot.${name} is not there.`, zh: `没有 Plot.${name}。` },
      nearest(name, known),
    ),

  unknownOption: (where: string, name: string, known: readonly string[]): PlotError =>
    new PlotError(
      { en: `There is no option "${name}" of ${where}.`, zh: `${where} 没有选项“${name}”。` },
      nearest(name, known),
    ),

  badValue: (where: string, name: string, kind: PlotValueKind): PlotError =>
    new PlotError(
      {
        en: `The option "${name}" of ${where} has a value that cannot be used.`,
        zh: `${where} 的选项“${name}”的值无法使用。`,
      },
      {
        en: `It takes ${plotValueWords(kind).en}; functions and CSS cannot travel with a figure.`,
        zh: `它应为${plotValueWords(kind).zh}；图形中不能带函数或 CSS。`,
      },
    ),

  unknownColumn: (where: string, channel: string, column: string, names: readonly string[]) =>
    new PlotError(
      {
        en: `${where} takes ${channel} from a column "${column}", which the data lack.`,
        zh: `${where} 的 ${channel} 要取列“${column}”，但数据中没有。`,
      },
      nearest(column, names),
    ),

  noValues: (where: string, channel: string): PlotError =>
    new PlotError(
      {
        en: `${where} cannot draw the values of ${channel}.`,
        zh: `${where} 无法绘制 ${channel} 的值。`,
      },
      {
        en: "They must be numbers, texts, booleans or dates: name a column, or give a function.",
        zh: "应为数字、文本、布尔值或日期：请指定列名，或给出函数。",
      },
    ),

  missingChannel: (where: string, channel: string): PlotError =>
    new PlotError(
      {
        en: `${where} needs the channel ${channel}.`,
        zh: `${where} 需要通道 ${channel}。`,
      },
      {
        en: `Give it the name of a column, such as { ${channel}: "load" }, or a function.`,
        zh: `请给出列名，如 { ${channel}: "load" }，或一个函数。`,
      },
    ),

  noData: (where: string): PlotError =>
    new PlotError(
      { en: `${where} has no data that can be drawn.`, zh: `${where} 没有可绘制的数据。` },
      {
        en: "Give it a table, a list of objects or a list of numbers.",
        zh: "请提供数据表、对象列表或数字列表。",
      },
    ),

  otherLength: (where: string, channel: string, rows: number, given: number): PlotError =>
    new PlotError(
      {
        en: `${where} has ${rows} rows, but ${given} values of ${channel}.`,
        zh: `${where} 有 ${rows} 行，但 ${channel} 有 ${given} 个值。`,
      },
      { en: "Give one value a row.", zh: "请为每一行提供一个值。" },
    ),

  noMarks: (): PlotError =>
    new PlotError(
      { en: "The plot has no marks.", zh: "该图没有任何图形标记。" },
      {
        en: 'Give it some: Plot.plot({ marks: [Plot.dot(data, { x: "a", y: "b" })] }).',
        zh: '请添加，如 Plot.plot({ marks: [Plot.dot(data, { x: "a", y: "b" })] })。',
      },
    ),

  noMark: (): PlotError =>
    new PlotError(
      { en: "One of the marks of the plot is none.", zh: "该图的某个图形标记无效。" },
      {
        en:
          "Make marks with Plot.dot, Plot.lineY and the like; elements and functions cannot travel.",
        zh: "请用 Plot.dot、Plot.lineY 等创建；元素和函数无法随图形保存。",
      },
    ),

  tooManyMarks: (count: number): PlotError =>
    new PlotError(
      {
        en: `The plot has ${count} marks; ${plotLimits.marks} are the most.`,
        zh: `该图有 ${count} 个图形标记，最多为 ${plotLimits.marks} 个。`,
      },
      {
        en: 'Let one mark draw several series: { stroke: "series" }.',
        zh: '可用一个标记绘制多个系列：{ stroke: "series" }。',
      },
    ),

  tooManyBars: (where: string, count: number): PlotError =>
    new PlotError(
      {
        en:
          `${where} would draw ${count} things on one another; ${plotLimits.points} are the most.`,
        zh: `${where} 将叠加绘制 ${count} 个图形，最多为 ${plotLimits.points} 个。`,
      },
      {
        en: 'Group them first: Plot.barY(data, Plot.groupX({ y: "sum" }, { x: "a", y: "b" })).',
        zh: '请先分组：Plot.barY(data, Plot.groupX({ y: "sum" }, { x: "a", y: "b" }))。',
      },
    ),

  tooMuch: (): PlotError =>
    new PlotError(
      {
        en: `The plot holds more than ${plotLimits.numbers.toLocaleString("en")} values.`,
        zh: `该图的数据超过 ${plotLimits.numbers.toLocaleString("en")} 个值。`,
      },
      {
        en: "Group or sample the table before it is drawn.",
        zh: "请在绘制前对数据表分组或抽样。",
      },
    ),
};

/** The names most like a wrong one, or all there are. */
function nearest(name: string, known: readonly string[]): Text {
  const close = closestNames(name.slice(0, 100), known);
  if (close.length > 0) {
    return {
      en: `Did you mean ${close.join(", ")}?`,
      zh: `是否想用 ${close.join("、")}？`,
    };
  }
  const shown = known.slice(0, 16);
  const more = known.length > shown.length ? ", …" : "";
  return {
    en: `There are: ${shown.join(", ")}${more}.`,
    zh: `可用的有：${shown.join("、")}${more}。`,
  };
}
