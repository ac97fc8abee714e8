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

/** Ticks of time in Chinese, of which Plot's own would be in English; undefined where those fit. */
export function timeTicks(language: Language | undefined): ((moment: Date) => string) | undefined {
  if (language !== "zh") return undefined;
  return (moment) => {
    const [month, day] = [moment.getUTCMonth() + 1, moment.getUTCDate()];
    const [date, clock, seconds] = [
      `${month}月${day}日`,
      moment.toISOString().slice(11, 16),
      moment.getUTCSeconds(),
    ];
    if (clock !== "00:00" || seconds !== 0) {
      return seconds === 0 ? clock : `${clock}:${String(seconds).padStart(2, "0")}`;
    }
    return month === 1 && day === 1 ? `${moment.getUTCFullYear()}年` : date;
  };
}

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
