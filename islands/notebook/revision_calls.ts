import { savedNotebookSchema } from "@/web/api_schema.ts";
import { revisionsSchema, revisionViewSchema } from "@/web/revision_schema.ts";
import { anything, get, send } from "../api.ts";

/** The calls of the HTTP API about the revisions of a notebook; they throw as those of `api.ts`. */
export const revisionCalls = {
  list: (id: string, before?: number) =>
    get(
      `/api/notebooks/${id}/revisions${before === undefined ? "" : `?before=${before}`}`,
      revisionsSchema,
    ),
  get: (id: string, revision: number) =>
    get(`/api/notebooks/${id}/revisions/${revision}`, revisionViewSchema),
  rename: (id: string, revision: number, name: string) =>
    send("PATCH", `/api/notebooks/${id}/revisions/${revision}`, { name }, anything),
  restore: (id: string, revision: number, basedOn: number) =>
    send(
      "POST",
      `/api/notebooks/${id}/revisions/${revision}/restore`,
      { basedOn },
      savedNotebookSchema,
    ),
};
