import { duplicateRoute } from "@/web/item_routes.ts";

/** The same dataset once more, under another name. */
export const { api, handler } = duplicateRoute("datasets");
