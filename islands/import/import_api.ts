import { HealerError } from "@/pipeline/problem.ts";
import type { TableReport } from "@/pipeline/cells/table_report.ts";
import { datasetSchema, errorSchema } from "@/web/api_schema.ts";
import { type ImportSettings, previewSchema, surveyLineSchema } from "@/web/import_schema.ts";
import { send, unexpectedAnswer, unreachableServer } from "../api.ts";

/** The calls of the HTTP API that make a dataset of an upload. */
export const importApi = {
  preview: (upload: string, settings: ImportSettings) =>
    send("POST", `/api/uploads/${upload}/preview`, settings, previewSchema),
  import: (upload: string, settings: ImportSettings) =>
    send("POST", `/api/uploads/${upload}/import`, { settings }, datasetSchema),
  survey,
};

/**
 * Reads the whole of an upload.
 *
 * @param signal Ends the reading.
 * @throws {HealerError} the problem that the server named
 * @throws {DOMException} `AbortError` once the signal was followed
 */
async function survey(
  upload: string,
  settings: ImportSettings,
  signal: AbortSignal,
  onProgress: (fraction: number) => void,
): Promise<TableReport> {
  try {
    const response = await fetch(`/api/uploads/${upload}/survey`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(settings),
      signal,
    });
    if (!response.ok || response.body === null) {
      const failure = errorSchema.safeParse(await response.json());
      throw failure.success ? new HealerError(failure.data.error) : unexpectedAnswer();
    }
    let rest = "";
    for await (const text of texts(response.body)) {
      const lines = (rest + text).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        const { data } = surveyLineSchema.safeParse(JSON.parse(line));
        if (data === undefined) throw unexpectedAnswer();
        if ("report" in data) return data.report;
        if ("error" in data) throw new HealerError(data.error);
        onProgress(data.progress);
      }
    }
    throw unreachableServer();
  } catch (error) {
    if (error instanceof HealerError || signal.aborted) throw error;
    throw unreachableServer(error);
  }
}

/** The text of a stream as it comes in; not every browser can iterate over a stream. */
async function* texts(stream: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield decoder.decode(value, { stream: true });
  }
}
