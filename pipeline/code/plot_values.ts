import type { PlotValueKind } from "./plot_words.ts";

/** A cell of plain data. */
export type PlotCell = string | number | boolean | null;

/** A value of an option, as plain data. */
export type PlotValue = PlotCell | PlotCell[];

const word = /^[\w .,%:+~-]{0,100}$/;

/** Colours by name, number, function or token; nothing that fetches. */
const colour = /^[\w#(),.%\s/-]{1,100}$/;
const fetching = /(url|image|element|attr|src)\s*\(/i;

/** The most entries of a list in an option. */
const listLimit = 1000;

/** Whether `value` is one that an option of that kind takes. */
export function fitsPlotValue(kind: PlotValueKind, value: unknown): value is PlotValue {
  if (typeof kind === "object") {
    return typeof value === "number" && value >= kind[0] && value <= kind[1];
  }
  switch (kind) {
    case "none":
      return value === null;
    case "flag":
      return typeof value === "boolean" || value === null || isWord(value);
    case "word":
      return value === null || typeof value === "boolean" || isWord(value);
    case "text":
      return value === null || (typeof value === "string" && value.length <= 300);
    case "colour":
      return value === null || isPlotColour(value);
    case "colours":
      return isListOf(value, (each) => typeof each === "number" || isPlotColour(each));
    case "interval":
      return isWord(value) || (typeof value === "number" && value > 0);
    case "cells":
      return isCell(value) || isListOf(value, isCell);
    case "ticks":
      return typeof value === "boolean" || value === null || isWord(value) || isCount(value) ||
        isListOf(value, isCell);
    case "order":
      return isCell(value);
  }
}

/** Whether `value` can stand where SVG wants a colour. */
export function isPlotColour(value: unknown): value is string {
  return typeof value === "string" && colour.test(value) && !fetching.test(value);
}

/** What a kind of option takes, in words. */
export function plotValueWords(kind: PlotValueKind): { en: string; zh: string } {
  if (typeof kind === "object") {
    const [low, high] = kind;
    return { en: `a number from ${low} to ${high}`, zh: `${low} 到 ${high} 的数字` };
  }
  return {
    none: { en: "null", zh: "null" },
    flag: { en: "true or false", zh: "true 或 false" },
    word: { en: "a word", zh: "一个词" },
    text: { en: "a text of at most 300 letters", zh: "不超过 300 个字符的文本" },
    colour: {
      en: 'a colour such as "steelblue" or "#4a8a8f"',
      zh: "颜色，如 steelblue 或 #4a8a8f",
    },
    colours: { en: "a list of colours or numbers", zh: "颜色或数字的列表" },
    interval: { en: 'an interval such as "day", or a number', zh: "间隔，如 day，或一个数字" },
    cells: { en: "a value, or a list of at most 1,000", zh: "一个值，或不超过 1,000 个值的列表" },
    ticks: {
      en: "a number from 0 to 1000, an interval, or a list of values",
      zh: "0 到 1000 的数字、间隔，或值的列表",
    },
    order: { en: "the name of a channel", zh: "通道名称" },
  }[kind];
}

function isWord(value: unknown): boolean {
  return typeof value === "string" && word.test(value);
}

function isCount(value: unknown): boolean {
  return typeof value === "number" && value >= 0 && value <= 1000;
}

function isCell(value: unknown): value is PlotCell {
  return value === null || typeof value === "boolean" ||
    (typeof value === "number" && Number.isFinite(value)) ||
    (typeof value === "string" && value.length <= 300);
}

function isListOf(value: unknown, fits: (each: unknown) => boolean): value is PlotCell[] {
  return Array.isArray(value) && value.length <= listLimit && value.every(fits);
}
