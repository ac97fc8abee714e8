import type { JSX } from "preact";
import type { RowAnswer } from "@/pipeline/diagnosis/row_answer.ts";
import type { DiagnosisAnswer } from "@/web/diagnosis_schema.ts";
import { ClassShares } from "../diagnosis/class_shares.tsx";
import { DiagnosisVerdict } from "../diagnosis/diagnosis_verdict.tsx";
import { HowSure } from "../diagnosis/how_sure.tsx";
import { IncidentsTable } from "../diagnosis/incidents_table.tsx";
import { knownCounts } from "../diagnosis/known_counts.ts";
import { UnknownGroups } from "../diagnosis/unknown_groups.tsx";
import { CatalogueContext, type NamedClasses } from "../fault_catalogue.ts";
import { Notices } from "../notebook/notices.tsx";
import { diagnosisReportTexts } from "../texts_diagnosis_report.ts";
import { diagnosisTexts } from "../texts_diagnosis.ts";
import { NotableRows } from "./notable_rows.tsx";
import type { Fact, ReportFigure } from "./report.ts";
import { ReportDocument, type ReportSettings } from "./report_document.tsx";
import { ReportFigureView } from "./report_figure.tsx";

/** A row that is worth a look, with what the model says of it where that was asked. */
export interface NotableRow {
  /** Its place in the result, from 1. */
  readonly row: number;
  readonly id: string;
  /** null where the row could not be read. */
  readonly diagnosis: string | null;
  readonly confidence: number | null;
  readonly runnerUp: string | null;
  readonly isUnknown: boolean;
  readonly warnings: string;
  readonly answer: RowAnswer | null;
}

/** A diagnosis, to be read from one file. */
export interface DiagnosisReport {
  readonly diagnosis: DiagnosisAnswer;
  readonly facts: readonly Fact[];
  /** The share of each class in the training data, where it is known. */
  readonly training: ReadonlyMap<string, number> | undefined;
  readonly named: NamedClasses;
  readonly figures: readonly ReportFigure[];
  readonly notable: readonly NotableRow[];
}

/** The report of a diagnosis as a whole document. */
export function DiagnosisReportPage(
  { report, ...settings }: ReportSettings & { readonly report: DiagnosisReport },
): JSX.Element {
  const { diagnosis, facts, training, named, figures, notable } = report;
  const { rows, verdicts, notices } = diagnosis;
  const { language } = settings;
  const nothing = (): void => {};
  return (
    <CatalogueContext.Provider value={named}>
      <ReportDocument
        {...settings}
        kind={diagnosisReportTexts.report[language]}
        title={diagnosisTexts.diagnosisOf(diagnosis.name)[language]}
        facts={facts}
      >
        <main class="page diagnosis-report" id="main">
          <DiagnosisVerdict diagnosis={diagnosis} />
          {rows > 0 && (
            <>
              <div class="two-columns diagnosis-summary">
                <ClassShares
                  counts={knownCounts(diagnosis)}
                  rows={rows}
                  unknown={verdicts?.unknown ?? 0}
                  training={training}
                />
                <HowSure
                  diagnosis={diagnosis}
                  notices={notices.filter(({ code }) => code.startsWith("diagnosis/"))}
                >
                  {null}
                </HowSure>
              </div>
              <IncidentsTable incidents={diagnosis.incidents} onRow={nothing} />
              <UnknownGroups
                diagnosis={diagnosis.id}
                groups={diagnosis.unknownGroups}
                isDisabled
                onShow={nothing}
              />
              <NotableRows rows={notable} />
              <section class="section figures-of-report">
                {figures.map((figure, index) => <ReportFigureView key={index} figure={figure} />)}
              </section>
            </>
          )}
          <Notices notices={notices.filter(({ code }) => !code.startsWith("diagnosis/"))} />
        </main>
      </ReportDocument>
    </CatalogueContext.Provider>
  );
}
