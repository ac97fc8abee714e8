import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { DiagnosisList } from "@/components/diagnosis/diagnosis_list.tsx";
import { offerFile, useDroppedFiles } from "@/components/dropped_files.ts";
import { DropZone } from "@/components/drop_zone.tsx";
import { FileButton } from "@/components/file_button.tsx";
import { FileDialog, type FileRequest } from "@/components/file_dialog.tsx";
import { useFileTask } from "@/components/file_task.ts";
import { makeNotebook, trainOnDataset } from "@/components/file_work.ts";
import { Beginnings } from "@/components/home/beginnings.tsx";
import { DatasetList } from "@/components/home/dataset_list.tsx";
import { ModelList } from "@/components/home/model_list.tsx";
import { NotebookList } from "@/components/home/notebook_list.tsx";
import { PipelineList } from "@/components/home/pipeline_list.tsx";
import { WaitingFiles } from "@/components/home/waiting_files.tsx";
import { LanguageContext } from "@/components/language.ts";
import { DeletedButton } from "@/components/lists/deleted_button.tsx";
import { useSlashKey } from "@/components/lists/list_keys.ts";
import { ProblemText } from "@/components/problem_text.tsx";
import { homeTexts } from "@/components/texts_home.ts";
import type { Language } from "@/web/language.ts";
import { type Lists, useLiveLists } from "./live_lists.ts";
import { startImport } from "./start_import.ts";

const demo = { example: "fault-diagnosis", run: true };
const inSight = { notebooks: 10, datasets: 5, pipelines: 5, models: 5, diagnoses: 5 } as const;
const listNames = [
  "notebooks",
  "datasets",
  "pipelines",
  "models",
  "diagnoses",
  "uploads",
] as const;

/** The first page: what there is in the workspace, and the ways to begin something. */
export default function Home(
  { language, all, ...given }: Lists & {
    readonly language: Language;
    /** The name of the list that the address asks for as a whole. */
    readonly all: string | null;
  },
): JSX.Element {
  const { lists, renew } = useLiveLists(given, listNames);
  const { notebooks, datasets, pipelines, models, diagnoses, uploads } = lists;
  const [request, setRequest] = useState<FileRequest>();
  const { state, start } = useFileTask();
  useSlashKey();
  // Buttons work once the browser has made the page alive.
  const [isAlive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  const isBusy = !isAlive || state.kind === "sending";
  useDroppedFiles(request && ((file) => setRequest({ ...request, file })));
  const openDemo = (): void => start(() => makeNotebook(demo));
  const bring = async (file: File): Promise<void> => {
    await startImport(file, { train: true });
    await renew("uploads").catch(() => undefined); // it stays as it is until the server answers again
  };
  const trainButton = (kind: string): JSX.Element => (
    <FileButton
      kind={kind}
      label={homeTexts.trainFromCsv[language]}
      isDisabled={isBusy}
      onFile={(file) => void bring(file)}
    />
  );
  const below = (
    <>
      <DropZone
        text={homeTexts.dropHere[language]}
        isDisabled={isBusy}
        onFile={offerFile}
      />
      {state.kind === "failed" && (
        <div class="file-problem">
          <ProblemText problem={state.problem} language={language} />
        </div>
      )}
      <WaitingFiles files={uploads} isBusy={isBusy} onChanged={() => renew("uploads")} />
    </>
  );
  const listProps = <Name extends keyof typeof inSight>(name: Name) => ({
    entries: lists[name],
    inSight: inSight[name],
    isWhole: all === name,
    isBusy,
    onChanged: () => renew(name),
  });
  // Whoever deletes the last notebook still finds the lists, and with them the way to take it back.
  const wasFilled = useRef(false);
  wasFilled.current ||= [notebooks, datasets, pipelines, models, diagnoses]
    .some(({ length }) => length > 0);
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
                <div class="buttons needs-script">
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
                    onClick={() => setRequest({})}
                  >
                    {homeTexts.diagnoseCsv[language]}
                  </button>
                  {trainButton("primary")}
                </div>
              </div>
              {below}
              <NotebookList
                {...listProps("notebooks")}
                aside={
                  <button
                    type="button"
                    class="button quiet push needs-script"
                    disabled={isBusy}
                    onClick={openDemo}
                  >
                    {homeTexts.openDemo[language]}
                  </button>
                }
              />
              <DiagnosisList {...listProps("diagnoses")} models={models} allHref="/diagnose" />
              <div class="two-columns">
                <DatasetList
                  {...listProps("datasets")}
                  onTrain={({ id }) => start(() => trainOnDataset(id))}
                  onOpen={({ id }) => start(() => makeNotebook({ dataset: id }))}
                />
                <ModelList
                  {...listProps("models")}
                  onDiagnose={(model) => setRequest({ model })}
                />
                <PipelineList {...listProps("pipelines")} datasets={datasets} />
              </div>
            </>
          )}
        <p class="colophon">
          {homeTexts.noNetwork[language]}{" "}
          <DeletedButton isDisabled={!isAlive} onRestored={(list) => renew(list)} />
        </p>
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
