import type { z } from "zod/mini";
import { cellCheckSchema } from "@/web/cell_schema.ts";
import { type CellLogAnswer, cellLogSchema } from "@/web/run_schema.ts";
import { get, send } from "../api.ts";

/** What a cell had to say in its last run. @throws {HealerError} the problem the server named */
export async function cellLog(notebook: string, cell: string): Promise<CellLogAnswer> {
  return await get(`/api/notebooks/${notebook}/cells/${cell}/log`, cellLogSchema);
}

/** Whether a cell could run, before it is part of a notebook. @throws {HealerError} the problem the server named */
export async function checkCell(cell: unknown): Promise<z.infer<typeof cellCheckSchema>> {
  return await send("POST", "/api/cells/check", { cell }, cellCheckSchema);
}
