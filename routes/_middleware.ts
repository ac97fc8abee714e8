import { define } from "@/web/define.ts";
import { isLanguage, languageCookie, languageQuery } from "@/web/language.ts";

/** Remembers the language that `?lang=` chose. */
export default define.middleware(async (ctx) => {
  const response = await ctx.next();
  const chosen = ctx.url.searchParams.get(languageQuery);
  if (isLanguage(chosen)) {
    const cookie = `${languageCookie}=${chosen}; Path=/; Max-Age=31536000; SameSite=Lax`;
    response.headers.append("set-cookie", cookie);
  }
  return response;
});
