import type { JSX } from "preact";
import type { Notice } from "@/pipeline/problem.ts";
import type { ModelAnswer } from "@/web/api_schema.ts";
import type { DiagnosisAnswer } from "@/web/diagnosis_schema.ts";
import { useLanguage } from "../language.ts";
import { Notices } from "../notebook/notices.tsx";
import { diagnosisPageTexts } from "../texts_diagnosis_page.ts";
import { ClassShares } from "./class_shares.tsx";
import { DiagnosisFigures } from "./diagnosis_figures.tsx";
import { DiagnosisVerdict } from "./diagnosis_verdict.tsx";
import { PlainDownloads } from "./download_menu.tsx";
import { HowSure } from "./how_sure.tsx";
import { IncidentsTable } from "./incidents_table.tsx";
import { knownCounts } from "./known_counts.ts";
import { RowsSection } from "./rows/rows_section.tsx";
import { type RowsView, viewOfRow, wholeView } from "./rows/rows_view.ts";
import { UnknownGroups } from "./unknown_groups.tsx";
import { useRowsView } from "./rows/use_rows_view.ts";

/** All that came of a diagnosis that is done. */
export function DiagnosisResults(
  { diagnosis, model, query, isAlive, onAgain }: {
    readonly diagnosis: DiagnosisAnswer;
    readonly model: ModelAnswer | undefined;
    /** What the address asks for. */
    readonly query: string;
    readonly isAlive: boolean;
    /** Asks for the same file to be diagnosed once more; undefined where the file was not kept. */
    readonly onAgain: (() => void) | undefined;
  },
): JSX.Element {
  const language = useLanguage();
  const [view, setView] = useRowsView(query);
  const { id, rows, counts, verdicts, withWarnings, unknownGroups, notices } = diagnosis;
  const showRows = (next: RowsView): void => {
    setView(next);
    document.getElementById("rows")?.scrollIntoView();
  };
  return (
    <>
      <DiagnosisVerdict diagnosis={diagnosis} />
      <PlainDownloads diagnosis={id} />
      {rows === 0 && <Notices notices={notices} />}
      {rows > 0 && (
        <>
          <div class="two-columns diagnosis-summary">
            <ClassShares
              counts={knownCounts(diagnosis)}
              rows={rows}
              unknown={diagnosis.unknownCounts.reduce((sum, each) => sum + each.rows, 0)}
              training={trainingShares(model)}
            />
            <HowSure diagnosis={diagnosis} notices={notices.filter(isOnJudging)}>
              {onAgain && (
                <button
                  type="button"
                  class="link-button small"
                  disabled={!isAlive}
                  onClick={onAgain}
                >
                  {diagnosisPageTexts.otherRate[language]}
                </button>
              )}
            </HowSure>
          </div>
          <Notices notices={notices.filter((each) => !isOnJudging(each))} />
          <IncidentsTable
            incidents={diagnosis.incidents}
            onRow={(row) => showRows(viewOfRow(row))}
          />
          <UnknownGroups
            diagnosis={id}
            groups={unknownGroups}
            isDisabled={!isAlive}
            onShow={(group) => showRows({ ...wholeView, show: "unknown", group })}
          />
          <RowsSection
            diagnosis={id}
            rows={rows}
            faults={counts.filter((each) => each.rows > 0).map(({ fault }) => fault)}
            counts={{
              close: verdicts?.several ?? null,
              unknown: verdicts?.unknown ?? null,
              warned: withWarnings,
            }}
            hasVerdicts={verdicts !== null}
            errorRate={diagnosis.errorRate}
            view={view}
            isDisabled={!isAlive}
            onView={setView}
          />
          <DiagnosisFigures
            figures={diagnosis.figures}
            onRow={(row) => showRows(viewOfRow(row))}
            onRows={(among) => showRows({ ...wholeView, among })}
          />
        </>
      )}
    </>
  );
}

/** Whether a notice says what the model cannot judge, not how the file was read. */
function isOnJudging({ code }: Notice): boolean {
  return code.startsWith("diagnosis/");
}

function trainingShares(model: ModelAnswer | undefined): ReadonlyMap<string, number> | undefined {
  if (model === undefined) return undefined;
  const all = Math.max(1, model.classRows.reduce((sum, rows) => sum + rows, 0));
  return new Map(model.classes.map((name, code) => [name, (model.classRows[code] ?? 0) / all]));
}
