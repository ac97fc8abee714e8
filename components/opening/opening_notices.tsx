import type { JSX } from "preact";
import type { OpeningNotice } from "@/web/opening_schema.ts";
import { Icon } from "../icon.tsx";
import { useLanguage } from "../language.ts";

/** What is worth knowing before a file is opened. */
export function OpeningNotices(
  { notices }: { readonly notices: readonly OpeningNotice[] },
): JSX.Element | null {
  const language = useLanguage();
  if (notices.length === 0) return null;
  return (
    <ul class="note plain opening-notices">
      {notices.map(({ code, message }) => (
        <li key={code}>
          <Icon name="info" />
          <span>{message[language]}</span>
        </li>
      ))}
    </ul>
  );
}
