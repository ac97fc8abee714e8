import { createdSchema } from "@/web/api_schema.ts";
import { deletedSchema, type ListName } from "@/web/lists_schema.ts";
import { anything, get, send } from "./api.ts";

/** What is asked of the lists of the workspace, alike for all of them. */
export const listApi = {
  rename: (list: ListName, id: string, name: string) =>
    send(
      "PATCH",
      `/api/${list}/${id}`,
      list === "notebooks" ? { title: name } : { name },
      anything,
    ),
  duplicate: (list: ListName, id: string) =>
    send("POST", `/api/${list}/${id}/duplicate`, {}, createdSchema),
  delete: (list: ListName, id: string) => send("DELETE", `/api/${list}/${id}`, undefined, anything),
  restore: (list: ListName, id: string) =>
    send("POST", `/api/${list}/${id}/restore`, undefined, anything),
  deleted: () => get("/api/deleted", deletedSchema),
};
