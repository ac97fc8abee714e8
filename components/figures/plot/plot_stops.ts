import type { ChannelValues, RenderFunction } from "@observablehq/plot";
import type { Language } from "@/web/language.ts";
import { numberWords } from "../../number_words.ts";
import { plotTexts } from "../../texts_plot.ts";
import { placeWords } from "../axis_words.ts";
import type { DrawnPoint } from "../drawable.ts";
import { nameIn } from "../shown_names.ts";
import type { LocalMark } from "./local_plot.ts";

/** Things that are drawn but say nothing by themselves. */
const silent = /^(frame|rule|linearRegression|density)/;

/** The most places of a drawing that can be stopped at. */
const mostStops = 20_000;

/** Finds where a plot puts its things, while it draws them. */
export class PlotStops {
  readonly points: DrawnPoint[] = [];
  private readonly taken = new Set<string>();

  constructor(private readonly language: Language) {}

  /** Goes into the drawing of a mark. */
  of(mark: LocalMark): RenderFunction {
    // Plot calls it as a method of the mark, which tells the parts of a box from one another.
    const collect = (...given: Parameters<RenderFunction>): void => this.collect(mark, ...given);
    return function (this: unknown, index, scales, values, dimensions, context, next) {
      const part = typeof this === "object" && this !== null ? Reflect.get(this, "ariaLabel") : "";
      const isSilent = silent.test(mark.mark) || part === "rule";
      if (!isSilent) collect(index, scales, values, dimensions, context);
      return next?.(index, scales, values, dimensions, context) ?? null;
    };
  }

  private collect(
    mark: LocalMark,
    ...[index, scales, values, dimensions]: Parameters<RenderFunction>
  ): void {
    const { marginLeft, marginTop, marginRight, marginBottom, width, height } = dimensions;
    const offsetX = facetOffset(scales.fx, Reflect.get(index, "fx"), marginLeft);
    const offsetY = facetOffset(scales.fy, Reflect.get(index, "fy"), marginTop);
    const bandX = bandOf(scales.x), bandY = bandOf(scales.y);
    for (const row of index) {
      if (this.points.length >= mostStops) return;
      const [left, right] = spanOf(values, "x", row, bandX) ?? [marginLeft, width - marginRight];
      const [top, bottom] = spanOf(values, "y", row, bandY) ?? [marginTop, height - marginBottom];
      if (![left, right, top, bottom].every(Number.isFinite)) continue;
      const isBox = /^(bar|rect|cell|box)/.test(mark.mark) && right > left && bottom > top;
      const [x, y] = [offsetX + (left + right) / 2, offsetY + (isBox ? top : (top + bottom) / 2)];
      const key = `${x.toFixed(1)} ${y.toFixed(1)} ${isBox}`;
      if (this.taken.has(key)) continue;
      this.taken.add(key);
      const box = isBox && {
        x: offsetX + left,
        y: offsetY + top,
        width: right - left,
        height: bottom - top,
      };
      this.points.push({
        x,
        y: isBox ? y : offsetY + (top + bottom) / 2,
        ...(box ? { box } : {}),
        lines: () => linesOf(mark, values, row, this.language),
      });
    }
  }
}

function facetOffset(scale: unknown, facet: unknown, margin: number): number {
  if (typeof scale !== "function" || facet === undefined) return 0;
  const place: unknown = Reflect.apply(scale, undefined, [facet]);
  return typeof place === "number" ? place - margin : 0;
}

function bandOf(scale: unknown): number {
  if (typeof scale !== "function" || !("bandwidth" in scale)) return 0;
  const band: unknown = typeof scale.bandwidth === "function"
    ? Reflect.apply(scale.bandwidth, scale, [])
    : scale.bandwidth;
  return typeof band === "number" ? band : 0;
}

/** From where to where a thing reaches along an axis; undefined where the mark has no place on it. */
function spanOf(
  values: ChannelValues,
  axis: "x" | "y",
  row: number,
  band: number,
): [number, number] | undefined {
  const [one, two, own] = [values[`${axis}1`], values[`${axis}2`], values[axis]]
    .map((places) => {
      const place: unknown = places?.[row];
      return typeof place === "number" ? place : undefined;
    });
  if (one !== undefined && two !== undefined) return [Math.min(one, two), Math.max(one, two)];
  const place = own ?? one ?? two;
  return place === undefined ? undefined : [place, place + band];
}

/** What stands at a place: its name, and the value of each channel that has a label. */
function linesOf(
  mark: LocalMark,
  { channels }: ChannelValues,
  row: number,
  language: Language,
): string[] {
  const told = new Map<string, string>();
  const valueOf = (name: string): unknown => {
    const values: unknown = channels?.[name]?.value;
    return Array.isArray(values) || ArrayBuffer.isView(values)
      ? Reflect.get(values, row)
      : undefined;
  };
  const labelOf = (name: string): string | undefined => {
    const label: unknown = Reflect.get(channels?.[name] ?? {}, "label");
    return typeof label === "string" ? label : undefined;
  };
  const say = (name: string): void => {
    const value = valueOf(name);
    if (value === undefined || value === null) return;
    const label = labelWords(labelOf(name) ?? "", language);
    const key = label === "" ? name : label;
    if (!told.has(key)) told.set(key, `${label} ${valueWords(value, language)}`.trim());
  };
  const sayRange = (axis: "x" | "y"): void => {
    const [low, high] = [valueOf(`${axis}1`), valueOf(`${axis}2`)];
    const label = labelWords(labelOf(`${axis}1`) ?? labelOf(`${axis}2`) ?? "", language);
    if (low === undefined || high === undefined || low === null || high === null) return say(axis);
    const isStack = typeof low === "number" && typeof high === "number" &&
      mark.channels[`${axis}1`] === undefined && !isBinned(mark, axis);
    told.set(
      axis,
      (isStack
        ? `${label} ${valueWords(Math.abs(high - low), language)}`
        : `${label} ${
          plotTexts.range(valueWords(low, language), valueWords(high, language))[language]
        }`).trim(),
    );
  };
  for (const name of ["title", "text", "fill", "stroke", "z"]) {
    const value = valueOf(name);
    if (typeof value === "string" && !told.has("name")) told.set("name", nameIn(value, language));
  }
  sayRange("x");
  sayRange("y");
  for (const name of ["fill", "stroke", "r", "opacity", "length"]) {
    if (typeof valueOf(name) !== "string") say(name);
  }
  const lines = [...told.values()].filter((line) => line !== "");
  return lines.length > 0 ? lines : [plotTexts.thing[language]];
}

function isBinned({ transforms = [] }: LocalMark, axis: "x" | "y"): boolean {
  return transforms.some(({ name }) => name === "bin" || name === `bin${axis.toUpperCase()}`);
}

/** Names that Plot gives to what it counts, and arrows at its axes, in the words of the page. */
function labelWords(label: string, language: Language): string {
  if (label === "Frequency") return plotTexts.frequency[language];
  if (label === "Proportion") return plotTexts.proportion[language];
  return nameIn(label, language);
}

function valueWords(value: unknown, language: Language): string {
  if (value instanceof Date) return placeWords({ scale: "time" }, value.getTime(), language);
  return typeof value === "number" ? numberWords(value) : nameIn(String(value), language);
}
