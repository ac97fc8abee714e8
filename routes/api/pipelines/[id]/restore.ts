import { restoreRoute } from "@/web/item_routes.ts";

/** Restores a deleted pipeline. */
export const { api, handler } = restoreRoute("pipelines");
