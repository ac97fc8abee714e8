import { itemRoute } from "@/web/item_routes.ts";

/** One diagnosis, without its rows. */
export const { api, handler } = itemRoute("diagnoses");
