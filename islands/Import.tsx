import type { JSX } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import { useFileTask } from "@/components/file_task.ts";
import { trainOnDataset } from "@/components/file_work.ts";
import { Icon, StateMark } from "@/components/icon.tsx";
import { ColumnTable } from "@/components/import/column_table.tsx";
import { FirstRows } from "@/components/import/first_rows.tsx";
import { ImportDone } from "@/components/import/import_done.tsx";
import { ImportStatus } from "@/components/import/import_status.tsx";
import { ReadingPanel } from "@/components/import/reading_panel.tsx";
import { SetAside } from "@/components/import/set_aside.tsx";
import { LanguageContext } from "@/components/language.ts";
import { placeWords } from "@/components/place_words.ts";
import { ProblemText } from "@/components/problem_text.tsx";
import { importTexts } from "@/components/texts_import.ts";
import { nameList } from "@/pipeline/name_list.ts";
import type { Language } from "@/web/language.ts";
import { OpenImport } from "./import/open_import.ts";

/** A table that has come in: how it will be read, to be changed and confirmed before it becomes a dataset. */
export default function Import(
  { upload, isForTraining, language }: {
    readonly upload: { readonly id: string; readonly name: string; readonly bytes: number };
    /** Whether a notebook that trains on it opens once it is imported. */
    readonly isForTraining: boolean;
    readonly language: Language;
  },
): JSX.Element {
  const open = useMemo(() => new OpenImport(upload.id), [upload.id]);
  const { start, state: training } = useFileTask();
  useEffect(() => {
    void open.read();
    return () => open.close();
  }, [open]);
  const settings = open.settings.value;
  const preview = open.preview.value;
  const survey = open.survey.value;
  const state = open.state.value;
  const isReading = open.isReading.value;
  const changed = open.changed.value;
  const problem = open.problem.value ?? (survey.kind === "failed" ? survey.problem : undefined);
  const report = survey.kind === "done" ? survey.report : preview?.report;
  const hasLabel = report?.columns.some(({ role }) => role.value === "label") ?? false;
  const isBusy = state.kind !== "looking" || training.kind === "sending";
  const canImport = !isBusy && !isReading && problem === undefined && report !== undefined;
  const isTraining = isForTraining && hasLabel;
  const confirm = async (): Promise<void> => {
    const dataset = await open.import();
    if (dataset !== undefined && isTraining) start(() => trainOnDataset(dataset.id));
  };
  return (
    <LanguageContext.Provider value={language}>
      <main class="page import-page" id="main">
        <div class="page-head">
          <h1 class="import-name" title={upload.name}>{upload.name}</h1>
          {state.kind !== "done" && (
            <div class="buttons">
              {/* Whoever left before the import was asked for would have none. */}
              {state.kind === "looking" && (
                <a class="button" href="/">{importTexts.backToList[language]}</a>
              )}
              <button
                type="button"
                class="button primary"
                disabled={!canImport}
                onClick={() => void confirm()}
              >
                <Icon name={isTraining ? "train" : "import"} />
                {importTexts[
                  state.kind === "importing"
                    ? "importing"
                    : isTraining
                    ? "importAndTrain"
                    : "importIt"
                ][language]}
              </button>
            </div>
          )}
        </div>
        <noscript>
          <p class="note plain">{importTexts.needsScripts[language]}</p>
        </noscript>
        {state.kind === "done" ? <ImportDone dataset={state.dataset} /> : (
          <ImportStatus
            bytes={upload.bytes}
            report={problem === undefined ? report : undefined}
            survey={survey}
            isReading={isReading}
          />
        )}
        {training.kind === "failed" && (
          <ProblemText problem={training.problem} language={language} />
        )}
        {problem !== undefined && (
          <div class="import-problem">
            <ProblemText problem={problem} language={language} />
            <p class="tiny dim">{placeWords(problem.place, language)}</p>
            {survey.kind === "failed" && (
              <button
                type="button"
                class="button"
                onClick={() => open.retry()}
              >
                {importTexts.tryAgain[language]}
              </button>
            )}
          </div>
        )}
        {changed.length > 0 && state.kind === "looking" && (
          <p class="note" role="alert">
            <StateMark state="attention" />
            {importTexts.changed(nameList(changed).en, nameList(changed).zh)[language]}
          </p>
        )}
        {report !== undefined && !hasLabel && problem === undefined && !isReading && (
          <p class="note plain">
            <StateMark state="attention" />
            {importTexts.noLabel[language]}
          </p>
        )}
        {report?.notices.filter(({ code }) => shownNotices.has(code)).map(({ code, message }) => (
          <p key={code} class="note plain">{message[language]}</p>
        ))}
        <div class="import-body">
          <ReadingPanel
            settings={settings}
            reading={preview?.report.reading}
            isDisabled={isBusy}
            onChange={(next) => open.change(next)}
          />
          <div class="import-table" aria-busy={isReading}>
            {preview !== undefined && report !== undefined && (
              <>
                {preview.head.cells.length > 0 && <FirstRows preview={preview} />}
                <ColumnTable
                  report={report}
                  settings={settings}
                  changed={changed}
                  isDisabled={isBusy}
                  onChange={(next) => open.change(next)}
                />
                <SetAside report={report} />
              </>
            )}
          </div>
        </div>
      </main>
    </LanguageContext.Provider>
  );
}

/** The others say what stands in the tables of the page. */
const shownNotices: ReadonlySet<string> = new Set([
  "cells/choices-without-column",
  "cells/first-rows-only",
  "table/columns-left-out",
  "table/repeated-names",
  "table/unnamed-columns",
]);
