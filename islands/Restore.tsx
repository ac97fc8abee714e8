import type { JSX } from "preact";
import { LanguageContext } from "@/components/language.ts";
import { RestoreButton } from "@/components/lists/restore_button.tsx";
import type { Language } from "@/web/language.ts";
import type { ListName } from "@/web/lists_schema.ts";

/** The way back for what a page cannot show because it was deleted. */
export default function Restore(
  { list, id, language }: {
    readonly list: ListName;
    readonly id: string;
    readonly language: Language;
  },
): JSX.Element {
  return (
    <LanguageContext.Provider value={language}>
      <RestoreButton list={list} id={id} kind="button primary" />
    </LanguageContext.Provider>
  );
}
