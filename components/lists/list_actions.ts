import { useState } from "preact/hooks";
import { problemOf } from "@/islands/api.ts";
import { listApi } from "@/islands/list_api.ts";
import type { Problem } from "@/pipeline/problem.ts";
import type { ListName } from "@/web/lists_schema.ts";

/** What has been deleted last, to be taken back. */
export interface DeletedEntry {
  readonly id: string;
  readonly name: string;
}

/** What is done with the entries of a list. */
export interface ListActions {
  readonly deleted: DeletedEntry | undefined;
  readonly problem: Problem | undefined;
  /** The entry that was brought onto the list last, by copying or restoring: it wants the focus. */
  readonly arrived: string | undefined;
  /** Entries that the server has deleted while the list still names them. */
  isGone(id: string): boolean;
  delete(entry: DeletedEntry): void;
  undo(): void;
  duplicate(id: string): void;
  dismiss(): void;
  /** Says that the focus has been given. */
  welcome(): void;
}

/** @param onChanged Asks for the list anew. */
export function useListActions(list: ListName, onChanged: () => Promise<void>): ListActions {
  const [deleted, setDeleted] = useState<DeletedEntry>();
  const [problem, setProblem] = useState<Problem>();
  const [arrived, setArrived] = useState<string>();
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const attempt = (work: () => Promise<void>): void => {
    setProblem(undefined);
    work().then(onChanged).catch((error: unknown) => setProblem(problemOf(error)));
  };
  return {
    deleted,
    problem,
    arrived,
    isGone: (id) => gone.has(id),
    delete: (entry) =>
      attempt(async () => {
        await listApi.delete(list, entry.id);
        setGone((others) => new Set([...others, entry.id]));
        setDeleted(entry);
      }),
    undo: () => {
      if (deleted === undefined) return;
      attempt(async () => {
        await listApi.restore(list, deleted.id);
        setGone((others) => new Set([...others].filter((id) => id !== deleted.id)));
        setDeleted(undefined);
        setArrived(deleted.id);
      });
    },
    duplicate: (id) =>
      attempt(async () => {
        const copy = await listApi.duplicate(list, id);
        setArrived(copy.id);
      }),
    dismiss: () => setDeleted(undefined),
    welcome: () => setArrived(undefined),
  };
}
