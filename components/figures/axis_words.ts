import type { Axis } from "@/pipeline/cells/figure.ts";
import type { Text } from "@/pipeline/problem.ts";
import type { Language } from "@/web/language.ts";
import { numberWords } from "../number_words.ts";
import { figureTexts } from "../texts_figures.ts";

/** What the axes of counts show; what the title says already is not said again. */
export function countsName(x: Axis, title: Text, language: Language): string {
  const rows = figureTexts.rows[language];
  const comma = { en: ", ", zh: "，" }[language];
  if (x.label[language] !== title[language]) return rows + comma + axisName(x, language);
  return x.scale === "log" ? rows + comma + figureTexts.logarithmic[language] : rows;
}

/** What two axes show; what the title says already is not said again. */
export function axesName(x: Axis, y: Axis, title: Text, language: Language): string {
  const { en } = figureTexts.overAxis(y.label.en, x.label.en);
  if (title.en === en && x.scale !== "log" && y.scale !== "log") return "";
  if (title.en === y.label.en) return figureTexts.alongAxis(axisName(x, language))[language];
  return figureTexts.overAxis(axisName(y, language), axisName(x, language))[language];
}

function axisName({ label, scale }: Axis, language: Language): string {
  return scale === "log"
    ? `${label[language]} (${figureTexts.logarithmic[language]})`
    : label[language];
}

/**
 * Ticks of time: the time of day on a clock of 24 hours, or the date where all of them are at midnight. Below stands
 * what it belongs to, date or year, with the first tick and wherever it changes.
 */
export function timeTicks(
  language: Language = "en",
): (moment: Date, index: number, moments?: readonly Date[]) => string {
  return (moment, index, moments = [moment]) => {
    const before = moments[index - 1];
    const told = (each: Date): [string, string] => {
      const [month, day, year] = [
        each.getUTCMonth(),
        each.getUTCDate(),
        { en: `${each.getUTCFullYear()}`, zh: `${each.getUTCFullYear()}年` }[language],
      ];
      const date = { en: `${day} ${months[month]}`, zh: `${month + 1}月${day}日` }[language];
      if (moments.some((other) => other.getTime() % dayLength !== 0)) {
        return [each.toISOString().slice(11, each.getUTCSeconds() === 0 ? 16 : 19), date];
      }
      return moments.every((other) => other.getUTCMonth() === 0 && other.getUTCDate() === 1)
        ? [year, ""]
        : [date, year];
    };
    const [words, below] = told(moment);
    return before !== undefined && told(before)[1] === below ? words : `${words}\n${below}`.trim();
  };
}

const dayLength = 86_400_000;
const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** The furthest moment from 1970 that a date can tell. */
const lastMoment = 8.64e15;

/** A place on an axis in words: a number, or a moment in UTC. */
export function placeWords(
  { scale }: Pick<Axis, "scale">,
  place: number,
  language: Language,
): string {
  if (scale !== "time" || Math.abs(place) > lastMoment) return numberWords(place);
  const format = new Intl.DateTimeFormat({ en: "en-GB", zh: "zh-CN" }[language], {
    dateStyle: "medium",
    timeStyle: "medium",
    timeZone: "UTC",
  });
  return format.format(place);
}
