import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { DiagnosisTable } from "@/components/diagnosis/diagnosis_table.tsx";
import { useDroppedFiles } from "@/components/dropped_files.ts";
import { DropZone } from "@/components/drop_zone.tsx";
import { FileButton } from "@/components/file_button.tsx";
import { FileDialog, type FileRequest } from "@/components/file_dialog.tsx";
import { useFileTask } from "@/components/file_task.ts";
import { isNotebookFile, makeNotebook, trainOnDataset } from "@/components/file_work.ts";
import { Beginnings } from "@/components/home/beginnings.tsx";
import { DatasetList } from "@/components/home/dataset_list.tsx";
import { ModelList } from "@/components/home/model_list.tsx";
import { NotebookSection } from "@/components/home/notebook_section.tsx";
import { LanguageContext } from "@/components/language.ts";
import { ProblemText } from "@/components/problem_text.tsx";
import { homeTexts } from "@/components/texts_home.ts";
import type { Language } from "@/web/language.ts";
import { type Lists, useLiveLists } from "./live_lists.ts";

const demo = { example: "fault-diagnosis", run: true };
const shownDiagnoses = 5;
const listNames = ["notebooks", "datasets", "models", "diagnoses"] as const;

/** The first page: what there is in the workspace, and the ways to begin something. */
export default function Home(
  { language, ...given }: Lists & { language: Language },
): JSX.Element {
  const { notebooks, datasets, models, diagnoses } = useLiveLists(given, listNames);
  const [request, setRequest] = useState<FileRequest>();
  const { state, start } = useFileTask();
  // Buttons work once the browser has made the page alive.
  const [isAlive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  const isBusy = !isAlive || state.kind === "sending";
  const take = (file: File): void => {
    if (request !== undefined) setRequest({ ...request, file });
    else if (!isNotebookFile(file)) setRequest({ file });
    else start(async () => await makeNotebook({ text: await file.text() }));
  };
  const isOver = useDroppedFiles(take);
  const openDemo = (): void => start(() => makeNotebook(demo));
  const trainButton = (kind: string): JSX.Element => (
    <FileButton
      kind={kind}
      label={homeTexts.trainFromCsv[language]}
      isDisabled={isBusy}
      onFile={(file) => setRequest({ use: "train", file })}
    />
  );
  const below = (
    <>
      <DropZone
        text={homeTexts.dropHere[language]}
        isOver={isOver}
        isDisabled={isBusy}
        onFile={take}
      />
      {state.kind === "failed" && (
        <div class="file-problem">
          <ProblemText problem={state.problem} language={language} />
        </div>
      )}
    </>
  );
  // Whoever deletes the last notebook still finds the lists, and with them the way to take it back.
  const wasFilled = useRef(false);
  wasFilled.current ||= [notebooks, datasets, models, diagnoses].some(({ length }) => length > 0);
  return (
    <LanguageContext.Provider value={language}>
      <main class="page" id="main">
        {!wasFilled.current
          ? (
            <Beginnings isBusy={isBusy} onDemo={openDemo} trainButton={trainButton("")}>
              {below}
            </Beginnings>
          )
          : (
            <>
              <div class="page-head">
                <h1>{homeTexts.workspace[language]}</h1>
                <div class="buttons">
                  <button
                    type="button"
                    class="button"
                    disabled={isBusy}
                    onClick={() => start(() => makeNotebook({}))}
                  >
                    {homeTexts.newNotebook[language]}
                  </button>
                  <button
                    type="button"
                    class="button"
                    disabled={isBusy}
                    onClick={() => setRequest({ use: "diagnose" })}
                  >
                    {homeTexts.diagnoseCsv[language]}
                  </button>
                  {trainButton("primary")}
                </div>
              </div>
              {below}
              <NotebookSection notebooks={notebooks} isBusy={isBusy} onDemo={openDemo} />
              {diagnoses.length > 0 && (
                <section class="section" aria-labelledby="diagnoses">
                  <div class="section-head">
                    <h2 id="diagnoses">
                      {homeTexts.recentDiagnoses[language]}{" "}
                      <span class="count">{Math.min(shownDiagnoses, diagnoses.length)}</span>
                    </h2>
                    {diagnoses.length > shownDiagnoses && (
                      <a class="push small" href="/diagnose">
                        {homeTexts.all(diagnoses.length)[language]}
                      </a>
                    )}
                  </div>
                  <DiagnosisTable diagnoses={diagnoses.slice(0, shownDiagnoses)} />
                </section>
              )}
              <div class="two-columns">
                <DatasetList
                  datasets={datasets}
                  isBusy={isBusy}
                  onTrain={(dataset) => start(() => trainOnDataset(dataset))}
                />
                <ModelList
                  models={models}
                  isBusy={isBusy}
                  onDiagnose={(model) => setRequest({ use: "diagnose", model })}
                />
              </div>
            </>
          )}
        <p class="colophon">{homeTexts.noNetwork[language]}</p>
        {request && (
          <FileDialog
            request={request}
            models={models}
            onFile={(file) => setRequest({ ...request, file })}
            onClose={() => setRequest(undefined)}
          />
        )}
      </main>
    </LanguageContext.Provider>
  );
}
