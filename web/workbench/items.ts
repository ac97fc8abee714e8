import type { Text } from "@/pipeline/problem.ts";
import {
  datasetIdSchema,
  diagnosisIdSchema,
  modelIdSchema,
  pipelineIdSchema,
} from "@/store/ids.ts";
import type { Shelf, ShelfRow } from "@/store/shelf.ts";
import type { Workspace } from "@/store/workspace.ts";
import type { DeletedItem, ListName } from "../lists_schema.ts";
import { copyName } from "./copy_name.ts";
import type { EventHub } from "./event_hub.ts";
import { parseId } from "./parse_id.ts";

/** The lists of what never changes but for its name; notebooks have their own ways. */
export type ItemList = Exclude<ListName, "notebooks">;

/** The lists whose entries can be copied. */
export type CopiedList = "datasets" | "models";

/** A shelf of the store, by ids as they come in with requests. */
interface Items {
  rename(id: string, name: string): void;
  delete(id: string): void;
  restore(id: string): void;
  nameOf(id: string): string;
  listDeleted(): readonly ShelfRow[];
}

/** What people do with the entries of the lists of a workspace, all alike. */
export class WorkbenchItems {
  private readonly lists: Readonly<Record<ItemList, Items>>;

  constructor(private readonly workspace: Workspace, private readonly hub: EventHub) {
    const { datasets, pipelines, models, diagnoses } = workspace;
    this.lists = {
      datasets: itemsOf(datasets, (id) => parseId(datasetIdSchema, "dataset", id)),
      pipelines: itemsOf(pipelines, (id) => parseId(pipelineIdSchema, "pipeline", id)),
      models: itemsOf(models, (id) => parseId(modelIdSchema, "model", id)),
      diagnoses: itemsOf(diagnoses, (id) => parseId(diagnosisIdSchema, "diagnosis", id)),
    };
  }

  /** Gives an entry another name. @throws {HealerError} `store/not-found`, `store/deleted` */
  rename(list: ItemList, id: string, name: string): void {
    this.lists[list].rename(id, name);
    this.tellChange(list, id);
  }

  /** Takes an entry off its list; {@linkcode restore} puts it back. @throws {HealerError} `store/not-found` */
  delete(list: ItemList, id: string): void {
    this.lists[list].delete(id);
    this.tellChange(list, id);
  }

  /** Undoes a deletion. @throws {HealerError} `store/not-found` */
  restore(list: ItemList, id: string): void {
    this.lists[list].restore(id);
    this.tellChange(list, id);
  }

  /**
   * Adds the same file once more under another name, and returns the id of the new entry.
   *
   * @param name The old one with a remark in `language` where none is given.
   * @throws {HealerError} `store/not-found`, `store/deleted`
   */
  duplicate(
    list: CopiedList,
    id: string,
    language: keyof Text,
    name: string = copyName(this.lists[list].nameOf(id))[language],
  ): string {
    const { datasets, models } = this.workspace;
    const copy = list === "datasets"
      ? datasets.duplicate(parseId(datasetIdSchema, "dataset", id), name)
      : models.duplicate(parseId(modelIdSchema, "model", id), name);
    this.tellChange(list, copy.id);
    return copy.id;
  }

  /** What was deleted from any list and can still be restored, the last first. */
  deleted(): DeletedItem[] {
    const notebooks = this.workspace.notebooks.listDeleted()
      .map(({ title, ...entry }) => ({ ...entry, name: title }));
    const lists: readonly (readonly [ListName, readonly ShelfRow[]])[] = [
      ["notebooks", notebooks],
      ["datasets", this.lists.datasets.listDeleted()],
      ["pipelines", this.lists.pipelines.listDeleted()],
      ["models", this.lists.models.listDeleted()],
      ["diagnoses", this.lists.diagnoses.listDeleted()],
    ];
    return lists.flatMap(([list, rows]) =>
      rows.flatMap(({ id, name, deleted }) => deleted === null ? [] : [{ list, id, name, deleted }])
    ).toSorted((a, b) => b.deleted < a.deleted ? -1 : b.deleted > a.deleted ? 1 : 0);
  }

  private tellChange(list: ItemList, id: string): void {
    this.hub.publish({ event: "changed", data: { list, id } });
  }
}

function itemsOf<Row extends ShelfRow>(
  shelf: Shelf<Row>,
  parse: (id: string) => Row["id"],
): Items {
  return {
    rename: (id, name) => void shelf.rename(parse(id), name),
    delete: (id) => void shelf.delete(parse(id)),
    restore: (id) => void shelf.restore(parse(id)),
    nameOf: (id) => shelf.get(parse(id)).name,
    listDeleted: () => shelf.listDeleted(),
  };
}
