import { bringModel, catalogueMedia } from "@/pipeline/cells/bring_model.ts";
import { modelSchema } from "@/pipeline/cells/model_value.ts";
import type { FileReference } from "@/pipeline/cells/value.ts";
import type { Executor, TaskOutcome } from "@/pipeline/kernel/executor.ts";
import { kernelProblem } from "@/pipeline/kernel/kernel_problems.ts";
import { parseCatalogue } from "@/pipeline/model/catalogue_file.ts";
import type { FaultCatalogue } from "@/pipeline/model/fault_catalogue.ts";
import { HealerError, type Notice } from "@/pipeline/problem.ts";
import { modelIdSchema } from "@/store/ids.ts";
import type { Model } from "@/store/models.ts";
import type { Workspace } from "@/store/workspace.ts";
import type { ModelAnswer } from "../api_schema.ts";
import { cardText } from "../export/model_card_file.ts";
import type { WorkbenchCatalogues } from "./catalogues.ts";
import type { EventHub } from "./event_hub.ts";
import { withoutCell } from "./diagnose_file.ts";
import { takeFiles } from "./kernel_files.ts";
import { cardOf, modelAnswer } from "./model_answer.ts";
import { parseId } from "./parse_id.ts";
import { workbenchProblem } from "./problems.ts";
import { type IncomingFile, receiveFile } from "./receive_file.ts";
import { namedFile } from "./named_file.ts";
import type { MadeFile, StoredFile } from "./stored_file.ts";

const onnxMedia = "application/onnx";

/** What models come in and go out with. */
export interface ModelFilesServices {
  readonly workspace: Workspace;
  readonly hub: EventHub;
  readonly catalogues: WorkbenchCatalogues;
  /** Opens models; knows the kinds of `desk_registry.ts`. */
  readonly executor: Executor;
  readonly signal: AbortSignal;
}

/** A model that was brought in. */
export interface BroughtModel {
  readonly model: ModelAnswer;
  /** Whether it was not there before. */
  readonly isNew: boolean;
  readonly notices: readonly Notice[];
}

/** Model files on their way out, with what people call their faults, and in. */
export class ModelFiles {
  constructor(private readonly services: ModelFilesServices) {}

  /** The ONNX file of a model with its fault catalogue. @throws {HealerError} `store/not-found`, `store/deleted` */
  async file(id: string): Promise<StoredFile | MadeFile> {
    const { workspace, catalogues } = this.services;
    const { name, version, sha256 } = workspace.models.get(idOf(id));
    const path = workspace.blobs.path(sha256);
    return await namedFile(
      { name: `${name}-v${version}.onnx`, media: onnxMedia, path },
      catalogues.of(id),
    );
  }

  /** The card of a model as a file. @throws {HealerError} `store/not-found`, `store/deleted` */
  card(id: string): { name: string; content: string } {
    const { workspace, catalogues } = this.services;
    const model = workspace.models.get(idOf(id));
    return {
      name: `${model.name}-v${model.version}.card.json`,
      content: cardText(cardOf(model), catalogues.of(id)),
    };
  }

  /**
   * Lists a model from a file that was downloaded here or elsewhere, with the names of its faults. One that is
   * there already, with the same names, stays the only one.
   *
   * @param limit How many bytes it may have.
   * @throws {HealerError} `model/…`, `onnx/…` where it is none of ours, damaged or not sealed; as `receiveFile`
   */
  async bringIn(incoming: IncomingFile, limit: number): Promise<BroughtModel> {
    const { workspace, hub, catalogues } = this.services;
    if (incoming.content === null || incoming.length === 0) {
      throw new HealerError(workbenchProblem.emptyModel(incoming.name));
    }
    const content = { ...await receiveFile(incoming, workspace.blobs, limit), media: onnxMedia };
    await using outcome = await this.open(incoming.name, content);
    const { result, files } = outcome;
    const value = modelSchema.parse(result.values.model);
    const carried = await catalogueIn(outcome);
    await takeFiles(workspace, files);
    const known = workspace.models.ofFile(value.file.sha256);
    const isSame = known !== undefined && (carried.length === 0 ||
      JSON.stringify(carried) === JSON.stringify(catalogues.of(known.id)));
    if (isSame) return { model: modelAnswer(known), isNew: false, notices: result.notices };
    const { file, card } = value;
    const name = nameOf(incoming.name);
    const model = workspace.transaction(() => {
      const added = workspace.models.add({ name, file, card, notebook: null, dataset: null });
      if (carried.length > 0) catalogues.add(added, carried);
      return added;
    });
    hub.publish({ event: "changed", data: { list: "models", id: model.id } });
    return { model: modelAnswer(model), isNew: true, notices: result.notices };
  }

  private async open(name: string, content: FileReference): Promise<TaskOutcome> {
    const { executor, signal } = this.services;
    try {
      return await executor.execute({
        cell: bringModel.kind,
        kind: bringModel.kind,
        version: bringModel.version,
        params: bringModel.params.parse({ file: { name, content } }),
        inputs: {},
        seed: 0,
        files: [content],
      }, { signal, onEvent: () => {} });
    } catch (error) {
      throw error instanceof HealerError ? withoutCell(error) : error;
    }
  }
}

function idOf(text: string): Model["id"] {
  return parseId(modelIdSchema, "model", text);
}

async function catalogueIn({ files }: TaskOutcome): Promise<FaultCatalogue> {
  const file = files.find(({ media }) => media === catalogueMedia);
  if (file === undefined) throw new HealerError(kernelProblem.badFile());
  return parseCatalogue(await Deno.readTextFile(file.path));
}

/** What a model from a file is called: downloads have its name and version, and get a version of their own. */
function nameOf(file: string): string {
  return file.replace(/(?<=.)\.onnx$/i, "").replace(/(?<=.)-v\d{1,6}$/, "");
}
