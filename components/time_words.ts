import type { Language } from "@/web/language.ts";

const locales = { en: "en-GB", zh: "zh-CN" } as const;

/**
 * A moment as one would say it at `now`: `14:31` on the same day, `yesterday`, else the day. In the time zone of
 * whoever calls.
 */
export function momentWords(moment: Date, now: Date, language: Language): string {
  const locale = locales[language];
  const days = Math.round((startOfDay(now) - startOfDay(moment)) / 86_400_000);
  if (days === 0) return moment.toLocaleTimeString(locale, { hour: "2-digit", minute: "2-digit" });
  if (days === 1) return { en: "yesterday", zh: "昨天" }[language];
  return moment.toLocaleDateString(locale, {
    day: "numeric",
    month: "short",
    ...(moment.getFullYear() === now.getFullYear() ? {} : { year: "numeric" }),
  });
}

/** The whole moment, for a tooltip. */
export function wholeMomentWords(moment: Date, language: Language): string {
  return moment.toLocaleString(locales[language], { dateStyle: "medium", timeStyle: "medium" });
}

function startOfDay(moment: Date): number {
  return new Date(moment.getFullYear(), moment.getMonth(), moment.getDate()).getTime();
}
