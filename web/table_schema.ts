import * as z from "zod/mini";
import { columnSummarySchema, tablePageSchema } from "@/pipeline/kernel/table_messages.ts";
import type { TablePage } from "@/pipeline/table/paging/table_page.ts";

/**
 * `GET /api/notebooks/[id]/cells/[cell]/tables/[table]` and `GET /api/diagnoses/[id]/rows`, which take
 * `?offset&limit&columns=["a"]&sort=[{"column":"a","descending":true}]&filter=[{"column":"b","op":"is","value":"x"}]&search=text`.
 */
export const pageAnswerSchema: z.ZodMiniType<TablePage> = tablePageSchema;

/** The same addresses with `/summary?columns=["a"]` behind. */
export const summaryAnswerSchema = z.object({ columns: z.array(columnSummarySchema) });
