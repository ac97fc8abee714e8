import { restoreRoute } from "@/web/item_routes.ts";

/** Undoes the deletion of a diagnosis. */
export const { api, handler } = restoreRoute("diagnoses");
