import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Language } from "@/web/language.ts";

/** The language of an island, so that it need not be handed from component to component. */
export const LanguageContext = createContext<Language>("en");

/** The language of the island around. */
export function useLanguage(): Language {
  return useContext(LanguageContext);
}
