import { h } from "preact";
import { render } from "preact-render-to-string";
import { rateWords } from "@/components/diagnosis/rate_words.ts";
import { faultNames, type NamedClasses, type NameFault } from "@/components/fault_catalogue.ts";
import { countWords, scoreWords } from "@/components/number_words.ts";
import {
  type DiagnosisReport,
  DiagnosisReportPage,
  type NotableRow,
} from "@/components/report/diagnosis_report_page.tsx";
import type { Fact, ReportFigure } from "@/components/report/report.ts";
import { texts } from "@/components/texts.ts";
import { diagnosisReportTexts } from "@/components/texts_diagnosis_report.ts";
import { homeTexts } from "@/components/texts_home.ts";
import type { RowAnswer } from "@/pipeline/diagnosis/row_answer.ts";
import type { PageCell, PageRequest, TablePage } from "@/pipeline/table/paging/table_page.ts";
import { engineVersion } from "@/pipeline/version.ts";
import type { ModelAnswer } from "../api_schema.ts";
import type { DiagnosisAnswer } from "../diagnosis_schema.ts";
import type { Language } from "../language.ts";
import { drawnFigures } from "./drawn_figures.ts";
import { reportIcons } from "./report_icons.ts";
import { reportMoment } from "./report_moment.ts";
import { reportStyles } from "./report_styles.ts";

/** How many rows of each kind are told of, and of how many it is said why. */
const notableRows = 10, explainedRows = 5;

/** The style sheets of what it shows, beside those of every report. */
const sheets = [
  "frame.css",
  "table_figures.css",
  "pages.css",
  "row_answer.css",
  "diagnosis_rows.css",
  "diagnosis.css",
];

/** What a report is made from. */
export interface DiagnosisReportSource {
  readonly diagnosis: DiagnosisAnswer;
  readonly model: Pick<ModelAnswer, "learner" | "rows" | "features" | "macroF1" | "classRows">;
  readonly named: NamedClasses;
  readonly language: Language;
  /** Some rows of the result. */
  readonly rows: (request: PageRequest) => Promise<TablePage>;
  /** What the model says of a row, from 1; null where that cannot be asked. */
  readonly answer: (row: number) => Promise<RowAnswer | null>;
}

/** A diagnosis as one HTML file to read, which needs no server, runs no script and fetches nothing. */
export async function diagnosisReport(source: DiagnosisReportSource): Promise<string> {
  const { diagnosis, model, named, language } = source;
  const nameFault = faultNames(named, language);
  const all = Math.max(1, model.classRows.reduce((sum, rows) => sum + rows, 0));
  const report: DiagnosisReport = {
    diagnosis,
    facts: factsOf(source),
    training: new Map(
      named.classes.map((name, code) => [name, (model.classRows[code] ?? 0) / all]),
    ),
    named,
    figures: await figuresOf(diagnosis, nameFault, language),
    notable: await notableOf(source),
  };
  const page = h(DiagnosisReportPage, {
    report,
    language,
    styles: await reportStyles(sheets),
    icons: await reportIcons({ cells: [] }),
    generator: `${texts.product} ${engineVersion}`,
  });
  // Halves of letters and the NUL have no place in a file, though data may hold them.
  return `<!doctype html>\n${render(page)}\n`.toWellFormed().replaceAll("\0", "\ufffd");
}

function factsOf({ diagnosis, model, language }: DiagnosisReportSource): Fact[] {
  const { source, rows, errorRate, created } = diagnosis;
  const name = homeTexts.versionOf(diagnosis.model.name, diagnosis.model.version)[language];
  const score = model.macroF1 === null ? [] : [`macro-F1 ${scoreWords(model.macroF1)}`];
  const learnt = diagnosisReportTexts.learntRows(countWords(model.rows))[language];
  return [
    { name: diagnosisReportTexts.file[language], values: [source] },
    { name: diagnosisReportTexts.rows[language], values: [countWords(rows)] },
    {
      name: diagnosisReportTexts.model[language],
      values: [[name, model.learner[language], ...score].join({ en: ", ", zh: "，" }[language])],
    },
    { name: diagnosisReportTexts.learnt[language], values: [learnt] },
    { name: diagnosisReportTexts.features[language], values: [countWords(model.features)] },
    { name: diagnosisReportTexts.errorRate[language], values: [rateWords(errorRate, language)] },
    { name: diagnosisReportTexts.made[language], values: [reportMoment(created, language)] },
  ];
}

async function figuresOf(
  { figures }: DiagnosisAnswer,
  nameFault: NameFault,
  language: Language,
): Promise<readonly ReportFigure[]> {
  // How rows fall on classes is shown already, with more about it.
  const others = figures.filter(({ type }) => type !== "shares" && type !== "scores");
  const [drawn = []] = await drawnFigures([others], language, nameFault);
  return drawn;
}

/** The strangest rows first, then those that the model is least sure of. */
async function notableOf(
  { diagnosis, rows, answer }: DiagnosisReportSource,
): Promise<NotableRow[]> {
  if (diagnosis.rows === 0 || diagnosis.verdicts === null) return [];
  const page = async (verdict: string, column: string): Promise<NotableRow[]> =>
    rowsOf(
      await rows({
        offset: 0,
        limit: notableRows,
        filter: [{ column: "verdict", op: "is", value: verdict }],
        sort: [{ column, descending: false }],
      }),
    );
  const found = [...await page("unknown", "novelty"), ...await page("several", "confidence")];
  const explained: NotableRow[] = [];
  for (const [place, row] of found.entries()) {
    explained.push(place < explainedRows ? { ...row, answer: await answer(row.row) } : row);
  }
  return explained;
}

function rowsOf({ columns, cells, rowNumbers }: TablePage): NotableRow[] {
  return cells.map((row, index) => {
    const cell = (name: string): PageCell =>
      row[columns.findIndex((column) => column.name === name)] ?? null;
    const text = (name: string): string | null => {
      const value = cell(name);
      return value === null ? null : String(value);
    };
    const confidence = cell("confidence");
    return {
      row: (rowNumbers[index] ?? index) + 1,
      id: String(row[0] ?? ""),
      diagnosis: text("diagnosis"),
      confidence: typeof confidence === "number" ? confidence : null,
      runnerUp: text("runner_up"),
      isUnknown: cell("verdict") === "unknown",
      warnings: text("warnings") ?? "",
      answer: null,
    };
  });
}
