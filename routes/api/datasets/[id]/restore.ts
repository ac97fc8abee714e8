import { restoreRoute } from "@/web/item_routes.ts";

/** Undoes the deletion of a dataset. */
export const { api, handler } = restoreRoute("datasets");
