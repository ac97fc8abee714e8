import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Notice } from "@/pipeline/problem.ts";
import { Icon } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { notebookTexts } from "../texts_notebook.ts";

const inSight = 2;

/** What is worth saying of a result and stops nothing. */
export function Notices({ notices }: { notices: readonly Notice[] }): JSX.Element | null {
  const language = useLanguage();
  const [isWhole, setWhole] = useState(false);
  if (notices.length === 0) return null;
  const shown = isWhole || notices.length <= inSight + 1 ? notices : notices.slice(0, inSight);
  return (
    <div class="note plain">
      <Icon name="info" />
      <ul aria-label={notebookTexts.notices(notices.length)[language]}>
        {shown.map(({ code, message }, index) => (
          <li key={`${index} ${code}`}>{message[language]}</li>
        ))}
        {shown.length < notices.length && (
          <li>
            <button type="button" class="link-button" onClick={() => setWhole(true)}>
              {notebookTexts.moreNotices(notices.length - shown.length)[language]}
            </button>
          </li>
        )}
      </ul>
    </div>
  );
}
