import type { JSX } from "preact";
import type { SurveyState } from "@/islands/import/open_import.ts";
import type { TableReport } from "@/pipeline/cells/table_report.ts";
import { StateMark } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { bytesWords, countWords, percentWords } from "../number_words.ts";
import { ProgressBar } from "../progress_bar.tsx";
import { importTexts } from "../texts_import.ts";
import { rowsWords } from "./set_aside.tsx";

/** One line: how much of the file is read, and what it is. */
export function ImportStatus(
  { bytes, report, survey, isReading }: {
    /** How large the file is. */
    readonly bytes: number;
    /** Undefined where it cannot be read. */
    readonly report: TableReport | undefined;
    readonly survey: SurveyState;
    readonly isReading: boolean;
  },
): JSX.Element {
  const language = useLanguage();
  const comma = { en: ", ", zh: "，" }[language];
  const parts = report === undefined ? [bytesWords(bytes)] : [
    bytesWords(bytes),
    report.isWhole
      ? importTexts.wholeRead(countWords(report.rows), countWords(report.columns.length))[language]
      : importTexts.firstRowsOnly(countWords(report.rows))[language],
    rowsWords(report.badRows.count)[language],
    ...(report.badCells.count > 0
      ? [importTexts.asideCells(countWords(report.badCells.count))[language]]
      : []),
  ];
  const fraction = survey.kind === "reading" && report?.isWhole !== true ? survey.fraction : null;
  const progress = fraction === null
    ? undefined
    : importTexts.readingWhole(percentWords(fraction, language))[language];
  return (
    <div class="import-status">
      <p class="dim" role="status">
        {isReading
          ? (
            <>
              <StateMark state="running" /> {importTexts.reading[language]}
            </>
          )
          : parts.join(comma)}
      </p>
      {progress !== undefined && !isReading && (
        <div class="whole-progress">
          <ProgressBar fraction={fraction ?? 0} label={progress} />
          <span class="tiny faint">{progress}</span>
        </div>
      )}
    </div>
  );
}
