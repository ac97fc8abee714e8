import type { FileReference } from "@/pipeline/cells/value.ts";
import type { RowAnswer } from "@/pipeline/diagnosis/row_answer.ts";
import type { Executor } from "@/pipeline/kernel/executor.ts";
import type { ModelQuestion } from "@/pipeline/kernel/model_messages.ts";
import { normalFault } from "@/pipeline/model/fault_catalogue.ts";
import { isNormalLabel } from "@/pipeline/table/normal_label.ts";
import { modelIdSchema } from "@/store/ids.ts";
import type { Model } from "@/store/models.ts";
import type { Workspace } from "@/store/workspace.ts";
import type { SampleForm, SampleRequest } from "../sample_schema.ts";
import type { WorkbenchCatalogues } from "./catalogues.ts";
import { cardOf } from "./model_answer.ts";
import { parseId } from "./parse_id.ts";
import { sampleValues } from "./sample_values.ts";

/** What answers are made with. */
export interface AnswersServices {
  readonly workspace: Workspace;
  readonly catalogues: WorkbenchCatalogues;
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
    const normal = normalFault(catalogue, features.classes) ??
      features.classes.find(isNormalLabel) ?? null;
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

function fileOf({ sha256, bytes }: Model): FileReference {
  return { sha256, bytes, media: "application/onnx" };
}
