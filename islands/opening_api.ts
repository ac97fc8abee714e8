import { openedSchema, openingSummarySchema, type Reading } from "@/web/opening_schema.ts";
import { sendPart } from "./api.ts";

/** A file as it was looked at. */
export interface OpeningSource {
  readonly name: string;
  readonly content: Blob;
  /** Of a Jupyter notebook. */
  readonly reading?: Reading | undefined;
}

/** The calls of the HTTP API that open files from elsewhere. */
export const openingApi = {
  summary: (source: OpeningSource) =>
    sendPart(
      "POST",
      `/api/opening/summary?${queryOf(source)}`,
      source.content,
      { onProgress: () => {} },
      openingSummarySchema,
    ),
  open: (source: OpeningSource, run: boolean) =>
    sendPart(
      "POST",
      `/api/opening?${queryOf(source)}&run=${run}`,
      source.content,
      { onProgress: () => {} },
      openedSchema,
    ),
};

function queryOf({ name, reading }: OpeningSource): URLSearchParams {
  return new URLSearchParams({ name, ...(reading === undefined ? {} : { reading }) });
}
