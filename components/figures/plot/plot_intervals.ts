import type { LocalMark, LocalPlot } from "./local_plot.ts";

/** Takes settings without an interval that would cut the values into very many pieces. */
export type IntervalGuard = (settings: LocalMark["options"]) => LocalMark["options"];

/** More pieces than these are not drawn, and cutting so many would take long. */
const mostPieces = 5000;

/** Settings that may be intervals, too. */
const cutting = ["ticks", "thresholds", "nice"];

const second = 1000;
const day = 86_400 * second;

/** The least time between ticks of intervals, by the last word of their names. */
const times: Readonly<Record<string, number>> = {
  second,
  minute: 60 * second,
  hour: 3600 * second,
  day,
  monday: 7 * day,
  tuesday: 7 * day,
  wednesday: 7 * day,
  thursday: 7 * day,
  friday: 7 * day,
  saturday: 7 * day,
  sunday: 7 * day,
  week: 7 * day,
  month: 28 * day,
  quarter: 89 * day,
  half: 181 * day,
  year: 365 * day,
};

/** Guards a figure: an interval in it may have been meant for other values. */
export function intervalGuard({ marks, scales }: LocalPlot): {
  readonly guard: IntervalGuard;
  /** The scales without such intervals. */
  readonly scales: LocalPlot["scales"];
} {
  let low = Infinity, high = -Infinity;
  const take = (value: unknown): void => {
    if (typeof value !== "number") return;
    low = Math.min(low, value);
    high = Math.max(high, value);
  };
  for (const { channels } of marks) {
    for (const { values } of Object.values(channels)) values.forEach(take);
  }
  for (const { domain } of Object.values(scales)) if (Array.isArray(domain)) domain.forEach(take);
  const range = low < high ? high - low : 0;
  const isTooFine = (interval: unknown): boolean => {
    const size = typeof interval === "number" ? interval : wordSize(interval);
    return size !== undefined && range / size > mostPieces;
  };
  const isKept = ([name, value]: readonly [string, unknown]): boolean =>
    !(name === "interval" && isTooFine(value)) &&
    !(cutting.includes(name) && typeof value === "string" && isTooFine(value));
  return {
    guard: (settings) =>
      Object.fromEntries(
        Object.entries(settings).filter(isKept).map(([name, value]) => [
          name,
          typeof value === "object" && value !== null && !Array.isArray(value)
            ? Object.fromEntries(Object.entries(value).filter(isKept))
            : value,
        ]),
      ),
    scales: Object.fromEntries(
      Object.entries(scales).map(([name, options]) => [
        name,
        Object.fromEntries(Object.entries(options).filter(isKept)),
      ]),
    ),
  };
}

/** "10 minutes" → ten minutes; undefined for words that are no time. */
function wordSize(interval: unknown): number | undefined {
  if (typeof interval !== "string") return undefined;
  const [, count = "1", word = ""] = /^\s*(\d*)\s*([a-z]+?)s?\s*$/i.exec(interval) ?? [];
  const size = times[word.toLowerCase()];
  return size === undefined ? undefined : size * Math.max(1, Number(count));
}
