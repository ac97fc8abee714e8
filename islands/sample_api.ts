import type { RowAnswer } from "@/pipeline/diagnosis/row_answer.ts";
import {
  type DiagnosisRow,
  diagnosisRowSchema,
  sampleAnswerSchema,
  type SampleForm,
  sampleFormSchema,
  type SampleRequest,
} from "@/web/sample_schema.ts";
import { get, send } from "./api.ts";

/** The calls that ask a model about single rows. Each throws a `HealerError` with the problem the server named. */
export const sampleApi = {
  form: (model: string): Promise<SampleForm> =>
    get(`/api/models/${encodeURIComponent(model)}/sample`, sampleFormSchema),
  ask: (model: string, request: SampleRequest, signal: AbortSignal): Promise<RowAnswer> =>
    send(
      "POST",
      `/api/models/${encodeURIComponent(model)}/sample`,
      request,
      sampleAnswerSchema,
      signal,
    ),
  row: (diagnosis: string, row: string): Promise<DiagnosisRow> =>
    get(
      `/api/diagnoses/${encodeURIComponent(diagnosis)}/rows/${
        encodeURIComponent(row)
      }?detail=quick`,
      diagnosisRowSchema,
    ),
};
