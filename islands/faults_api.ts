import type { FaultCatalogue } from "@/pipeline/model/fault_catalogue.ts";
import { faultsSchema } from "@/web/faults_schema.ts";
import { get, send } from "./api.ts";

const path = (model: string): string => `/api/models/${model}/faults`;

/** What is asked of the fault catalogue of a model. */
export const faultsApi = {
  get: (model: string) => get(path(model), faultsSchema),
  save: (model: string, basedOn: string, catalogue: FaultCatalogue) =>
    send("PUT", path(model), { basedOn, catalogue }, faultsSchema),
  undo: (model: string, basedOn: string) =>
    send("POST", `${path(model)}/undo`, { basedOn }, faultsSchema),
};
