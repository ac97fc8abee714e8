import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { problemOf } from "@/islands/api.ts";
import { uploadApi } from "@/islands/import/upload_api.ts";
import type { Problem } from "@/pipeline/problem.ts";
import type { UploadAnswer } from "@/web/upload_schema.ts";
import { useLanguage } from "../language.ts";
import { ProblemText } from "../problem_text.tsx";
import { waitingTexts } from "../texts_waiting.ts";
import { listTexts } from "../texts_lists.ts";
import { cutName } from "../lists/shown_name.tsx";
import { countWords } from "../number_words.ts";
import { WaitingFile } from "./waiting_file.tsx";

const inSight = 3;

/** Files of which no dataset was made, and those of which a part has come; nothing where there are none. */
export function WaitingFiles(
  { files, isBusy, onChanged }: {
    readonly files: readonly UploadAnswer[];
    /** While the page is not alive, or busy. */
    readonly isBusy: boolean;
    /** Asks for the list anew. */
    readonly onChanged: () => Promise<void>;
  },
): JSX.Element | null {
  const language = useLanguage();
  const [problem, setProblem] = useState<Problem>();
  const [told, setTold] = useState<string>();
  const [isWhole, setWhole] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const discard = async ({ id, name }: UploadAnswer): Promise<void> => {
    setProblem(undefined);
    try {
      await uploadApi.remove(id);
      setTold(waitingTexts.discarded(cutName(name, 80))[language]);
      await onChanged();
      heading.current?.focus(); // the button that had it is gone
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  const status = <p class={told ? "small dim" : "visually-hidden"} role="status">{told}</p>;
  if (files.length === 0) return told === undefined ? null : status;
  const shown = isWhole ? files : files.slice(0, inSight);
  return (
    <section class="section waiting-files" aria-labelledby="waiting-files">
      <div class="section-head">
        <h2 id="waiting-files" ref={heading} tabIndex={-1}>
          {waitingTexts.title[language]} <span class="count">{files.length}</span>
        </h2>
      </div>
      {problem && <ProblemText problem={problem} language={language} />}
      {status}
      <ul class="list with-actions">
        {shown.map((file) => (
          <WaitingFile
            key={file.id}
            file={file}
            isBusy={isBusy}
            onDiscard={() => void discard(file)}
          />
        ))}
      </ul>
      {shown.length < files.length && (
        <p class="more needs-script">
          <button
            type="button"
            class="link-button"
            disabled={isBusy}
            onClick={() => setWhole(true)}
          >
            {listTexts.all(countWords(files.length))[language]}
          </button>
        </p>
      )}
    </section>
  );
}
