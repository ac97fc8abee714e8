import { itemRoute } from "@/web/item_routes.ts";

/** One pipeline. */
export const { api, handler } = itemRoute("pipelines");
