import { duplicateRoute } from "@/web/item_routes.ts";

/** The same model once more, under another name. */
export const { api, handler } = duplicateRoute("models");
