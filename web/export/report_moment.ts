import type { Language } from "../language.ts";

const locales = { en: "en-GB", zh: "zh-CN" } as const;

/** A moment that reads the same wherever and whenever the report is made: in UTC, with its day. */
export function reportMoment(time: string, language: Language): string {
  const words = new Date(time).toLocaleString(locales[language], {
    timeZone: "UTC",
    dateStyle: "medium",
    timeStyle: "short",
  });
  return `${words} UTC`;
}
