import { createHash } from "node:crypto";
import { safeParse } from "zod/mini";
import { type FaultCatalogue, faultCatalogueSchema } from "@/pipeline/model/fault_catalogue.ts";
import { HealerError } from "@/pipeline/problem.ts";
import type { StoredCatalogue } from "@/store/catalogues.ts";
import { modelIdSchema } from "@/store/ids.ts";
import type { Model } from "@/store/models.ts";
import type { Workspace } from "@/store/workspace.ts";
import type { FaultsAnswer, SaveFaults } from "../faults_schema.ts";
import {
  type CatalogueLineage,
  catalogueLineageSchema,
  isSameProduct,
  lineageOf,
} from "./catalogue_lineage.ts";
import type { EventHub } from "./event_hub.ts";
import { cardOf } from "./model_answer.ts";
import { parseId } from "./parse_id.ts";
import { workbenchProblem } from "./problems.ts";

/** What catalogues are kept with. */
export interface CataloguesServices {
  readonly workspace: Workspace;
  readonly hub: EventHub;
}

/** A catalogue that holds for a model, and the model that it was written for. */
interface FoundCatalogue {
  readonly catalogue: FaultCatalogue;
  readonly source: FaultsAnswer["source"];
}

/**
 * What people call the faults that models know: each model's own catalogue, or that of the newest model of the
 * same product, so that training again loses no name. Ids are texts from outside: what is none is not found.
 */
export class WorkbenchCatalogues {
  constructor(private readonly services: CataloguesServices) {}

  /** The catalogue of a model, perhaps a deleted one; empty where there is none. @throws {HealerError} `store/not-found` */
  of(id: string): FaultCatalogue {
    return this.find(this.services.workspace.models.find(idOf(id))).catalogue;
  }

  /** The catalogue of the model with this file; empty where there is no such model, or no catalogue. */
  ofFile(sha256: string): FaultCatalogue {
    const model = this.services.workspace.models.ofFile(sha256);
    return model === undefined ? [] : this.find(model).catalogue;
  }

  /** The catalogue of a model with all that a page needs to change it. @throws {HealerError} `store/not-found`, `store/deleted` */
  get(id: string): FaultsAnswer {
    return this.answer(this.services.workspace.models.get(idOf(id)));
  }

  /**
   * Gives a model a catalogue of its own.
   *
   * @throws {HealerError} `catalogue/conflict` where another one was saved meanwhile; as {@linkcode get}
   */
  save(id: string, { basedOn, catalogue }: SaveFaults): FaultsAnswer {
    return this.change(id, basedOn, (model) => this.add(model, catalogue));
  }

  /** Undoes the last save; a second call undoes the undoing. @throws {HealerError} as {@linkcode save} */
  undo(id: string, basedOn: string): FaultsAnswer {
    return this.change(id, basedOn, ({ id }) => this.services.workspace.catalogues.undo(id));
  }

  /** Gives a model a catalogue, whatever it had before. */
  add(model: Model, catalogue: FaultCatalogue): void {
    const { catalogues } = this.services.workspace;
    catalogues.save(model, catalogue, lineageOf(model, cardOf(model)));
  }

  private change(id: string, basedOn: string, change: (model: Model) => void): FaultsAnswer {
    const { workspace, hub } = this.services;
    const model = workspace.models.get(idOf(id));
    workspace.transaction(() => {
      if (this.answer(model).etag !== basedOn) {
        throw new HealerError(workbenchProblem.catalogueConflict(model.name));
      }
      change(model);
    });
    hub.publish({ event: "changed", data: { list: "models", id: model.id } });
    return this.answer(model);
  }

  private answer(model: Model): FaultsAnswer {
    const { id, name, version } = model;
    const { classes, data } = cardOf(model);
    const { catalogue, source } = this.find(model);
    const own = this.services.workspace.catalogues.find(id);
    return {
      model: { id, name, version },
      etag: etagOf({ catalogue, source }),
      catalogue: [...catalogue],
      source,
      canUndo: own !== undefined && (own.content ?? own.before) !== null &&
        JSON.stringify(own.content) !== JSON.stringify(own.before),
      classes: classes.map((fault, index) => ({ fault, rows: data.per_class[index] ?? 0 })),
    };
  }

  private find(model: Model): FoundCatalogue {
    const { catalogues } = this.services.workspace;
    const own = catalogues.find(model.id);
    const ownCatalogue = own && readContent(own);
    if (own !== undefined && ownCatalogue !== undefined) {
      const { id, name, version } = model;
      const source = { model: id, name, version, isOwn: true, saved: own.saved };
      return { catalogue: ownCatalogue, source };
    }
    const lineage = lineageOf(model, cardOf(model));
    for (const other of catalogues.list()) {
      const catalogue = readContent(other);
      const its = safeParse(catalogueLineageSchema, other.lineage).data;
      if (catalogue === undefined || its === undefined || !isSameProduct(lineage, its)) continue;
      const { name, version } = this.nameOf(other, its);
      const source = { model: other.model, name, version, isOwn: false, saved: other.saved };
      return { catalogue, source };
    }
    return { catalogue: [], source: null };
  }

  /** What the model of a catalogue is called now, or was when it was saved, where it is forgotten. */
  private nameOf(
    { model }: StoredCatalogue,
    lineage: CatalogueLineage,
  ): Pick<Model, "name" | "version"> {
    try {
      return this.services.workspace.models.find(model);
    } catch (error) {
      if (!(error instanceof HealerError)) throw error;
      return lineage;
    }
  }
}

function idOf(text: string): Model["id"] {
  return parseId(modelIdSchema, "model", text);
}

/** One that this version cannot read counts as absent. */
function readContent({ content }: StoredCatalogue): FaultCatalogue | undefined {
  return content === null ? undefined : safeParse(faultCatalogueSchema, content).data;
}

function etagOf({ catalogue, source }: FoundCatalogue): string {
  const text = JSON.stringify([source?.isOwn ?? false, source?.model, catalogue]);
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}
