import type { Text } from "@/pipeline/problem.ts";
import { cookieOf } from "./cookies.ts";

/** The languages of the interface. */
export type Language = keyof Text;

/** The cookie that remembers the language someone chose. */
export const languageCookie = "healer-language";

/** The query that chooses a language, as in `?lang=zh`. */
export const languageQuery = "lang";

/** The language the address asks for, else the one chosen before, else the browser's first, else English. */
export function languageOf(request: Request): Language {
  const asked = new URL(request.url).searchParams.get(languageQuery);
  if (isLanguage(asked)) return asked;
  const chosen = cookieOf(request, languageCookie);
  if (isLanguage(chosen)) return chosen;
  const accepted = request.headers.get("accept-language") ?? "";
  for (const tag of accepted.split(",")) {
    const name = tag.trim().slice(0, 2).toLowerCase();
    if (isLanguage(name)) return name;
  }
  return "en";
}

/** Whether `name` is a language of the interface. */
export function isLanguage(name: string | null | undefined): name is Language {
  return name === "en" || name === "zh";
}
