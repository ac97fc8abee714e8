import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { ClassShares } from "@/components/diagnosis/class_shares.tsx";
import { DiagnosisHead } from "@/components/diagnosis/diagnosis_head.tsx";
import { DiagnosisResults } from "@/components/diagnosis/diagnosis_results.tsx";
import { DiagnosisDownloads } from "@/components/diagnosis/download_menu.tsx";
import { DiagnosisProgressBar } from "@/components/diagnosis/progress.tsx";
import { DiagnosisFailure } from "@/components/diagnosis/progress_failure.tsx";
import { DiagnosisHeadRows } from "@/components/diagnosis/progress_head.tsx";
import { useLiveDiagnosis } from "@/components/diagnosis/progress_state.ts";
import { useDroppedFiles } from "@/components/dropped_files.ts";
import { CatalogueContext } from "@/components/fault_catalogue.ts";
import { FileDialog, type FileRequest } from "@/components/file_dialog.tsx";
import { LanguageContext } from "@/components/language.ts";
import { later } from "@/components/later.tsx";
import { diagnosisTexts } from "@/components/texts_diagnosis.ts";
import { diagnosisPageTexts } from "@/components/texts_diagnosis_page.ts";
import type { FaultCatalogue } from "@/pipeline/model/fault_catalogue.ts";
import type { ModelAnswer } from "@/web/api_schema.ts";
import type { DiagnosisAnswer } from "@/web/diagnosis_schema.ts";
import type { Language } from "@/web/language.ts";

const AgainDialog = later(async () =>
  (await import("@/components/diagnosis/again_dialog.tsx")).AgainDialog
);

/** What a model says of the rows of a file, and the way to do the same with another file. */
export default function Diagnosis(
  { diagnosis: given, models, catalogue, query, language }: {
    readonly diagnosis: DiagnosisAnswer;
    /** All there are, newest first. */
    readonly models: readonly ModelAnswer[];
    /** What people call the classes of the model. */
    readonly catalogue: FaultCatalogue;
    /** What the address asks for. */
    readonly query: string;
    readonly language: Language;
  },
): JSX.Element {
  const diagnosis = useLiveDiagnosis(given);
  const [request, setRequest] = useState<FileRequest>();
  const [isAgain, setAgain] = useState(false);
  const { id, model, state, problem } = diagnosis;
  const another: FileRequest = model.isDeleted ? {} : { model: model.id };
  const [isAlive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  const take = (file: File): void => setRequest({ ...another, ...request, file });
  useDroppedFiles(take);
  const stored = models.find((each) => each.id === model.id);
  const canRunAgain = state === "done" && diagnosis.file !== null && models.length > 0;
  const named = { classes: model.classes, catalogue };
  return (
    <LanguageContext.Provider value={language}>
      <CatalogueContext.Provider value={named}>
        <main class="page" id="main">
          <DiagnosisHead diagnosis={diagnosis} model={stored}>
            <button
              type="button"
              class="button quiet"
              disabled={!isAlive}
              onClick={() => setRequest(another)}
            >
              {diagnosisTexts.another[language]}
            </button>
            {canRunAgain && (
              <button
                type="button"
                class="button quiet"
                disabled={!isAlive}
                onClick={() => setAgain(true)}
              >
                {diagnosisPageTexts.otherModel[language]}
              </button>
            )}
            {state === "done" && <DiagnosisDownloads diagnosis={id} />}
          </DiagnosisHead>
          {state === "running" && (
            <>
              <DiagnosisProgressBar diagnosis={diagnosis} isAlive={isAlive} />
              {diagnosis.rows > 0 && (
                <ClassShares counts={diagnosis.counts} rows={diagnosis.rows} />
              )}
              <DiagnosisHeadRows diagnosis={diagnosis} />
            </>
          )}
          {problem && (
            <DiagnosisFailure
              diagnosis={diagnosis}
              problem={problem}
              models={models}
              isAlive={isAlive}
            />
          )}
          {state === "done" && (
            <DiagnosisResults
              diagnosis={diagnosis}
              model={stored}
              query={query}
              isAlive={isAlive}
              onAgain={canRunAgain ? () => setAgain(true) : undefined}
            />
          )}
          {request && (
            <FileDialog
              request={request}
              models={models}
              onFile={take}
              onClose={() => setRequest(undefined)}
            />
          )}
          {isAgain && (
            <AgainDialog
              diagnosis={diagnosis}
              models={models}
              onClose={() => setAgain(false)}
            />
          )}
        </main>
      </CatalogueContext.Provider>
    </LanguageContext.Provider>
  );
}
