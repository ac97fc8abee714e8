import type { JSX } from "preact";
import type { Text } from "@/pipeline/problem.ts";
import { useLanguage } from "./language.ts";
import { percentWords } from "./number_words.ts";
import { ProgressBar } from "./progress_bar.tsx";
import { fieldTexts } from "./texts_fields.ts";

/** How far an upload is; once all is sent, the server reads what it got. */
export function UploadProgress(
  { fraction, afterwards = fieldTexts.stored, onBreakOff }: {
    readonly fraction: number;
    /** What the server does once all is sent. */
    readonly afterwards?: Text;
    readonly onBreakOff: () => void;
  },
): JSX.Element {
  const language = useLanguage();
  const words = fraction < 1
    ? fieldTexts.uploading(percentWords(fraction, language))[language]
    : afterwards[language];
  return (
    <div class="upload">
      <div class="row small">
        <span role="status">{words}</span>
        <button type="button" class="button quiet push" onClick={onBreakOff}>
          {fieldTexts.breakOff[language]}
        </button>
      </div>
      <ProgressBar fraction={fraction} label={words} />
    </div>
  );
}
