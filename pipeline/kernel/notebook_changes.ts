import { movedIds } from "./cell_order.ts";
import { isJsonObject, isSameJson, ownValue } from "./same_json.ts";

/** A notebook as far as changes of it are told. */
export interface ComparedNotebook {
  readonly title: string;
  readonly cells: readonly ComparedCell[];
  readonly exposed?: unknown;
}

/** A cell with whatever it holds beside its params. */
export interface ComparedCell {
  readonly id: string;
  readonly kind: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly inputs?: Readonly<Record<string, string>> | undefined;
}

interface OfCell {
  readonly cell: string;
  readonly kind: string;
  /** Its number after the change, or before its removal, from 1. */
  readonly number: number;
}

interface Values {
  /** Absent where nothing was said, so that the default counted. */
  readonly before?: unknown;
  readonly after?: unknown;
}

/** One thing that is different between two notebooks. */
export type NotebookChange =
  | { readonly type: "title"; readonly before: string; readonly after: string }
  | { readonly type: "exposed" }
  | { readonly type: "added" | "removed" } & OfCell
  | { readonly type: "moved"; readonly from: number } & OfCell
  /** A param, or a param of the variant that a param names. */
  | { readonly type: "param"; readonly path: readonly string[] } & OfCell & Values
  | { readonly type: "input"; readonly port: string } & OfCell & Values
  /** Anything else that a cell holds, such as its title. */
  | { readonly type: "field"; readonly field: string } & OfCell & Values;

/** What leads from one notebook to another, in the order of the cells. */
export function notebookChanges(
  before: ComparedNotebook,
  after: ComparedNotebook,
): NotebookChange[] {
  const changes: NotebookChange[] = [];
  if (before.title !== after.title) {
    changes.push({ type: "title", before: before.title, after: after.title });
  }
  const idsBefore = before.cells.map(({ id }) => id);
  const idsAfter = after.cells.map(({ id }) => id);
  const placesBefore = new Map(idsBefore.map((id, index) => [id, index]));
  const moved = movedIds(idsBefore, idsAfter);
  after.cells.forEach((cell, index) => {
    const of = { cell: cell.id, kind: cell.kind, number: index + 1 };
    const place = placesBefore.get(cell.id);
    const former = place === undefined ? undefined : before.cells[place];
    if (place === undefined || former === undefined) changes.push({ type: "added", ...of });
    else {
      if (moved.has(cell.id)) changes.push({ type: "moved", ...of, from: place + 1 });
      changes.push(...cellChanges(former, cell, of));
    }
  });
  const staying = new Set(idsAfter);
  before.cells.forEach(({ id, kind }, index) => {
    if (!staying.has(id)) changes.push({ type: "removed", cell: id, kind, number: index + 1 });
  });
  if (!isSameJson(before.exposed, after.exposed)) changes.push({ type: "exposed" });
  return changes;
}

/** The keys of either object whose values are not the same. */
export function changedKeys(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => !isSameJson(ownValue(before, key), ownValue(after, key)));
}

/** Whether all values are sets of params of one variant, so that each of their params is one of its own. */
export function areSameVariant(values: readonly unknown[]): boolean {
  const [first] = values;
  return isJsonObject(first) && typeof first.name === "string" &&
    values.every((value) => isJsonObject(value) && value.name === first.name);
}

function cellChanges(before: ComparedCell, after: ComparedCell, of: OfCell): NotebookChange[] {
  if (before === after) return [];
  const { id: _, params: oldParams, inputs: oldInputs = {}, ...oldFields } = before;
  const { id: __, params, inputs = {}, ...fields } = after;
  return [
    ...changedKeys(oldFields, fields).map((field): NotebookChange => ({
      type: "field",
      ...of,
      field,
      ...values(oldFields, fields, field),
    })),
    ...changedKeys(oldInputs, inputs).map((port): NotebookChange => ({
      type: "input",
      ...of,
      port,
      ...values(oldInputs, inputs, port),
    })),
    ...changedKeys(oldParams, params).flatMap((name): NotebookChange[] => {
      const older = ownValue(oldParams, name);
      const newer = ownValue(params, name);
      if (areSameVariant([older, newer]) && isJsonObject(older) && isJsonObject(newer)) {
        return changedKeys(older, newer).map((inner) => ({
          type: "param",
          ...of,
          path: [name, inner],
          ...values(older, newer, inner),
        }));
      }
      return [{ type: "param", ...of, path: [name], ...values(oldParams, params, name) }];
    }),
  ];
}

function values(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  key: string,
): Values {
  const older = ownValue(before, key);
  const newer = ownValue(after, key);
  return {
    ...(older === undefined ? {} : { before: older }),
    ...(newer === undefined ? {} : { after: newer }),
  };
}
