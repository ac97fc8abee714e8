import { restoreRoute } from "@/web/item_routes.ts";

/** Undoes the deletion of a notebook. */
export const { api, handler } = restoreRoute("notebooks");
