import { itemRoute } from "@/web/item_routes.ts";

/** One model. */
export const { api, handler } = itemRoute("models");
