import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { ClassShares } from "@/components/diagnosis/class_shares.tsx";
import { DiagnosisHead } from "@/components/diagnosis/diagnosis_head.tsx";
import { DiagnosisProgressBar } from "@/components/diagnosis/progress.tsx";
import { DiagnosisFailure } from "@/components/diagnosis/progress_failure.tsx";
import { DiagnosisHeadRows } from "@/components/diagnosis/progress_head.tsx";
import { useLiveDiagnosis } from "@/components/diagnosis/progress_state.ts";
import { DiagnosisRows } from "@/components/diagnosis/diagnosis_rows.tsx";
import { useDroppedFiles } from "@/components/dropped_files.ts";
import { FileDialog, type FileRequest } from "@/components/file_dialog.tsx";
import { LanguageContext } from "@/components/language.ts";
import { Notices } from "@/components/notebook/notices.tsx";
import { diagnosisTexts } from "@/components/texts_diagnosis.ts";
import type { DiagnosisAnswer, ModelAnswer } from "@/web/api_schema.ts";
import type { Language } from "@/web/language.ts";

/** What a model says of the rows of a file, and the way to do the same with another file. */
export default function Diagnosis(
  { diagnosis: given, models, language }: {
    readonly diagnosis: DiagnosisAnswer;
    /** All there are, newest first. */
    readonly models: readonly ModelAnswer[];
    readonly language: Language;
  },
): JSX.Element {
  const diagnosis = useLiveDiagnosis(given);
  const [request, setRequest] = useState<FileRequest>();
  const { model, state, problem } = diagnosis;
  const another: FileRequest = model.isDeleted ? {} : { model: model.id };
  const [isAlive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  const take = (file: File): void => setRequest({ ...another, ...request, file });
  useDroppedFiles(take);
  return (
    <LanguageContext.Provider value={language}>
      <main class="page" id="main">
        <DiagnosisHead
          diagnosis={diagnosis}
          model={models.find(({ id }) => id === diagnosis.model.id)}
          anotherButton={
            <button
              type="button"
              class="button quiet"
              disabled={!isAlive}
              onClick={() => setRequest(another)}
            >
              {diagnosisTexts.another[language]}
            </button>
          }
        />
        <Notices notices={diagnosis.notices} />
        {state === "running" && <DiagnosisProgressBar diagnosis={diagnosis} isAlive={isAlive} />}
        {problem && (
          <DiagnosisFailure
            diagnosis={diagnosis}
            problem={problem}
            models={models}
            isAlive={isAlive}
          />
        )}
        {diagnosis.rows > 0 && (
          <>
            <ClassShares counts={diagnosis.counts} rows={diagnosis.rows} />
            {state === "running"
              ? <DiagnosisHeadRows diagnosis={diagnosis} />
              : <DiagnosisRows diagnosis={diagnosis} />}
          </>
        )}
        {request && (
          <FileDialog
            request={request}
            models={models}
            onFile={take}
            onClose={() => setRequest(undefined)}
          />
        )}
      </main>
    </LanguageContext.Provider>
  );
}
