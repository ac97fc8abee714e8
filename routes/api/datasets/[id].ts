import { itemRoute } from "@/web/item_routes.ts";

/** One table file that people have brought. */
export const { api, handler } = itemRoute("datasets");
