import type { FileReference } from "@/pipeline/cells/value.ts";
import { unknownGroupColumn } from "@/pipeline/diagnosis/findings.ts";
import { normalClass } from "@/pipeline/diagnosis/normal_class.ts";
import type { RowAnswer } from "@/pipeline/diagnosis/row_answer.ts";
import type { Executor } from "@/pipeline/kernel/executor.ts";
import type { ModelQuestion } from "@/pipeline/kernel/model_messages.ts";
import { normalFault } from "@/pipeline/model/fault_catalogue.ts";
import { HealerError } from "@/pipeline/problem.ts";
import type { PageCell, TablePage } from "@/pipeline/table/paging/table_page.ts";
import { modelIdSchema } from "@/store/ids.ts";
import type { Model } from "@/store/models.ts";
import type { Workspace } from "@/store/workspace.ts";
import type { RowQuery } from "../row_query.ts";
import type { DiagnosisRow, SampleForm, SampleRequest } from "../sample_schema.ts";
import { answerProblem } from "./answer_problems.ts";
import type { WorkbenchCatalogues } from "./catalogues.ts";
import type { WorkbenchDiagnoses } from "./diagnoses.ts";
import { cardOf } from "./model_answer.ts";
import { parseId } from "./parse_id.ts";
import { sampleValues } from "./sample_values.ts";

/** What answers are made with. */
export interface AnswersServices {
  readonly workspace: Workspace;
  readonly catalogues: WorkbenchCatalogues;
  readonly diagnoses: WorkbenchDiagnoses;
  /** Runs what belongs to no notebook. */
  readonly executor: Executor;
}

/** Questions to the models of a workspace about single rows, answered at once. */
export class WorkbenchAnswers {
  constructor(private readonly services: AnswersServices) {}

  /** What one has to know of a model to fill in a row. @throws {HealerError} `store/…`, `model/…`, `kernel/…` */
  async form(id: string, signal?: AbortSignal): Promise<SampleForm> {
    const model = this.model(id);
    const features = await this.services.executor.modelFeatures(fileOf(model), signal);
    const { name, version } = model;
    const catalogue = this.services.catalogues.of(model.id);
    const normal = normalClass(features.classes, normalFault(catalogue, features.classes));
    return {
      ...features,
      model: { id: model.id, name, version },
      catalogue: [...catalogue],
      normal,
    };
  }

  /** What a model says of a row. @throws {HealerError} `store/…`, `sample/…`, `model/…`, `kernel/…` */
  async sample(
    id: string,
    { values, errorRate, detail }: SampleRequest,
    signal?: AbortSignal,
  ): Promise<RowAnswer> {
    const model = this.model(id);
    const row = sampleValues(cardOf(model).features, values);
    return await this.ask(model, { values: row, errorRate, detail }, signal);
  }

  /**
   * A row of a diagnosis, explained.
   *
   * @param row Counts from 1, in the order of the file.
   * @throws {HealerError} `diagnosis/no-features`, `diagnosis/row-not-found`, as `WorkbenchDiagnoses.rows`, as {@linkcode sample}
   */
  async row(
    id: string,
    row: string,
    query: RowQuery,
    signal?: AbortSignal,
  ): Promise<DiagnosisRow> {
    const { workspace, diagnoses, executor } = this.services;
    const diagnosis = diagnoses.get(id);
    const number = /^[1-9]\d{0,9}$/.test(row) ? Number(row) : Infinity;
    if (number > diagnosis.rows) {
      throw new HealerError(answerProblem.noSuchRow(row, diagnosis.rows));
    }
    const place = { offset: number - 1, limit: 1 };
    const result = rowOf(await diagnoses.rows(id, place, signal));
    if (diagnosis.features === null) throw new HealerError(answerProblem.noFeatures());
    const kept = rowOf(await executor.tablePage({ ...place, file: diagnosis.features }, signal));
    const model = workspace.models.find(parseId(modelIdSchema, "model", diagnosis.model.id));
    const values = cardOf(model).features.map(({ name }) => {
      const value = kept.get(name) ?? null;
      return [name, value === null ? null : Number(value)] as const;
    });
    const { detail, errorRate = diagnosis.errorRate } = query;
    const isRead = (result.get("diagnosis") ?? null) !== null;
    const [first] = result.values();
    const group = result.get(unknownGroupColumn) ?? null;
    return {
      id: String(first ?? number),
      row: number,
      rows: diagnosis.rows,
      model: { id: model.id, name: model.name, version: model.version },
      features: values.map(([name]) => name),
      values: Object.fromEntries(values),
      answer: isRead
        ? await this.ask(
          model,
          { values: values.map(([, value]) => value), errorRate, detail },
          signal,
        )
        : null,
      warnings: String(result.get("warnings") ?? ""),
      unknownGroup: group === null || group === "" ? null : Number(group),
    };
  }

  private async ask(
    model: Model,
    question: Omit<ModelQuestion, "model">,
    signal?: AbortSignal,
  ): Promise<RowAnswer> {
    const { catalogues, executor } = this.services;
    const normal = normalFault(catalogues.of(model.id), cardOf(model).classes);
    return await executor.ask({
      ...question,
      model: fileOf(model),
      ...(normal === undefined ? {} : { normal }),
    }, signal);
  }

  private model(id: string): Model {
    return this.services.workspace.models.get(parseId(modelIdSchema, "model", id));
  }
}

/** The cells of the one row of a page, by the names of their columns. */
function rowOf({ columns, cells }: TablePage): ReadonlyMap<string, PageCell> {
  const [row = []] = cells;
  return new Map(columns.map(({ name }, index) => [name, row[index] ?? null]));
}

function fileOf({ sha256, bytes }: Model): FileReference {
  return { sha256, bytes, media: "application/onnx" };
}
