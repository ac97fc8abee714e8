import { createdSchema } from "@/web/api_schema.ts";
import { type DiagnoseAgain, diagnosesSchema, diagnosisSchema } from "@/web/diagnosis_schema.ts";
import { differencesSchema } from "@/web/differences_schema.ts";
import { anything, get, send, sendPart } from "./api.ts";
import type { UploadOptions } from "./upload.ts";

/** The calls of the HTTP API that have to do with diagnoses. */
export const diagnosisApi = {
  list: () => get("/api/diagnoses", diagnosesSchema),
  get: (id: string) => get(`/api/diagnoses/${id}`, diagnosisSchema),
  /** Sends a file, whose diagnosis runs when the answer comes. */
  diagnose: (
    model: string,
    file: File,
    { errorRate, ...options }: UploadOptions & { readonly errorRate?: number | undefined },
  ) => {
    const query = new URLSearchParams({
      name: file.name,
      ...(errorRate === undefined ? {} : { errorRate: String(errorRate) }),
    });
    return sendPart("POST", `/api/models/${model}/diagnose?${query}`, file, options, createdSchema);
  },
  differences: (a: string, b: string, signal: AbortSignal) =>
    get(
      `/api/diagnoses/${a}/differences?${new URLSearchParams({ with: b })}`,
      differencesSchema,
      signal,
    ),
  again: (id: string, change: DiagnoseAgain) =>
    send("POST", `/api/diagnoses/${id}/again`, change, createdSchema),
  retry: (id: string) => send("POST", `/api/diagnoses/${id}/retry`, undefined, createdSchema),
  cancel: (id: string) => send("POST", `/api/diagnoses/${id}/cancel`, undefined, anything),
};
