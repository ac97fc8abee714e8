import { restoreRoute } from "@/web/item_routes.ts";

/** Undoes the deletion of a model. */
export const { api, handler } = restoreRoute("models");
