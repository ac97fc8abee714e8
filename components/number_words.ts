import type { Language } from "@/web/language.ts";

const grouped = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const precise = new Intl.NumberFormat("en", { maximumSignificantDigits: 5 });
const compact = new Intl.NumberFormat("en", { notation: "compact", maximumSignificantDigits: 3 });

/** A count: `12,480`. */
export function countWords(count: number): string {
  return grouped.format(count);
}

/** A measured number, in at most five digits: `0.30103`, `1.7e17`. */
export function numberWords(value: number): string {
  const size = Math.abs(value);
  if (value !== 0 && (size >= 1e7 || size < 1e-4)) {
    return value.toExponential(3).replace(/\.?0+e/, "e").replace("e+", "e");
  }
  return precise.format(value);
}

/** Words for numbers that stand below one another: all with as many decimals as the largest deserves. */
export function alignedNumberWords(values: readonly number[]): (value: number) => string {
  const largest = Math.max(0, ...values.map(Math.abs));
  if (largest >= 1e7 || (largest > 0 && largest < 1e-3)) return numberWords;
  const places = values.every(Number.isInteger)
    ? 0
    : Math.max(0, 3 - Math.max(0, Math.floor(Math.log10(largest))));
  const format = new Intl.NumberFormat("en", {
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  });
  return (value) => format.format(value);
}

/** A number on an axis or in a caption, short: `1.5K`. */
export function shortNumberWords(value: number): string {
  const size = Math.abs(value);
  if (value !== 0 && (size >= 1e9 || size < 1e-3)) {
    return value.toExponential(1).replace(".0e", "e").replace("e+", "e");
  }
  return size < 1000 ? numberWords(Number(value.toPrecision(3))) : compact.format(value);
}

/** A score such as F1: three decimals. */
export function scoreWords(value: number): string {
  return value.toFixed(3);
}

/** A share from 0 to 1 as a percentage: whole from 10 % on, with one decimal below. */
export function percentWords(share: number, language: Language): string {
  const percent = share * 100;
  const text = percent >= 9.95 || percent === 0 ? percent.toFixed(0) : percent.toFixed(1);
  return language === "en" ? `${text} %` : `${text}%`;
}

/** The size of a file: `1.8 MB`, in powers of 1000. */
export function bytesWords(bytes: number): string {
  const units = ["B", "kB", "MB", "GB", "TB"];
  let size = bytes;
  let unit = 0;
  while (size >= 999.5 && unit < units.length - 1) {
    size /= 1000;
    unit++;
  }
  const text = unit === 0 || size >= 99.5 ? size.toFixed(0) : size.toPrecision(2);
  return `${text} ${units[unit]}`;
}

/** A duration: `0.3 s`, `12 s`, `3 min 20 s`, `2 h 5 min`. */
export function secondsWords(seconds: number, language: Language): string {
  const [s, min, h] = { en: [" s", " min", " h"], zh: [" 秒", " 分", " 小时"] }[language];
  if (seconds < 9.95) return `${seconds.toFixed(1)}${s}`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole}${s}`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes}${min} ${whole % 60}${s}`;
  return `${Math.floor(minutes / 60)}${h} ${minutes % 60}${min}`;
}
