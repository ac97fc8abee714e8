import { HealerError } from "@/pipeline/problem.ts";
import { modelIdSchema } from "@/store/ids.ts";
import type { Workspace } from "@/store/workspace.ts";
import { diagnosisReport } from "../export/diagnosis_report.ts";
import type { Language } from "../language.ts";
import type { WorkbenchAnswers } from "./answers.ts";
import type { WorkbenchCatalogues } from "./catalogues.ts";
import type { WorkbenchDiagnoses } from "./diagnoses.ts";
import { diagnosisProblem } from "./diagnosis_problems.ts";
import { modelAnswer } from "./model_answer.ts";
import { parseId } from "./parse_id.ts";
import { withoutEnding } from "./train_notebook.ts";

/** What a report of a diagnosis is made with. */
export interface DiagnosisReportServices {
  readonly workspace: Workspace;
  readonly diagnoses: WorkbenchDiagnoses;
  readonly answers: WorkbenchAnswers;
  readonly catalogues: WorkbenchCatalogues;
}

/**
 * The report of a diagnosis as one HTML file.
 *
 * @throws {HealerError} `store/not-found`, `workbench/diagnosis-unfinished`, `kernel/…`, `export/…`
 */
export async function diagnosisReportFile(
  id: string,
  language: Language,
  { workspace, diagnoses, answers, catalogues }: DiagnosisReportServices,
  signal?: AbortSignal,
): Promise<{ name: string; content: string }> {
  const diagnosis = diagnoses.get(id);
  if (diagnosis.state !== "done") {
    throw new HealerError(diagnosisProblem.diagnosisUnfinished(diagnosis.name));
  }
  const model = workspace.models.find(parseId(modelIdSchema, "model", diagnosis.model.id));
  const content = await diagnosisReport({
    diagnosis,
    model: modelAnswer(model),
    named: { classes: diagnosis.model.classes, catalogue: catalogues.of(model.id) },
    language,
    rows: (request) => diagnoses.rows(id, request, signal),
    answer: async (row) =>
      diagnosis.features === null
        ? null
        : (await answers.row(id, String(row), { detail: "full" }, signal)).answer,
  });
  return { name: `${withoutEnding(diagnosis.source)}-diagnosis.html`, content };
}
