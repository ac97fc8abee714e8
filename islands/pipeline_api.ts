import { createdSchema } from "@/web/api_schema.ts";
import {
  type ApplyPipeline,
  pipelineCheckSchema,
  pipelineDraftSchema,
  pipelinesSchema,
  pipelineVersionsSchema,
  savedPipelineSchema,
  type SavePipeline,
} from "@/web/pipeline_schema.ts";
import { get, send } from "./api.ts";

/** The calls of the HTTP API that have to do with pipelines. */
export const pipelineApi = {
  list: () => get("/api/pipelines", pipelinesSchema),
  versions: (id: string) => get(`/api/pipelines/${id}/versions`, pipelineVersionsSchema),
  draft: (notebook: string, cell: string) =>
    get(
      `/api/notebooks/${notebook}/pipeline?cell=${encodeURIComponent(cell)}`,
      pipelineDraftSchema,
    ),
  save: (request: SavePipeline) => send("POST", "/api/pipelines", request, savedPipelineSchema),
  check: (id: string, request: ApplyPipeline, signal: AbortSignal) =>
    send("POST", `/api/pipelines/${id}/check`, request, pipelineCheckSchema, signal),
  apply: (id: string, request: ApplyPipeline) =>
    send("POST", `/api/pipelines/${id}/apply`, request, createdSchema),
};
