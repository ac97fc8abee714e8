import { faultLabel } from "@/pipeline/model/fault_name.ts";
import type { ModelFile } from "@/pipeline/model/model_file.ts";
import type { Notice } from "@/pipeline/problem.ts";
import type { Language } from "./terminal.ts";

/** How the terminal speaks of the classes of a model. */
export interface FaultLabels {
  /** What people call the class, with the class behind it; else the class alone. */
  of(fault: string): string;
  /** Why the names that the file carries cannot be used. */
  readonly notices: readonly Notice[];
}

/** The names that a model file carries. */
export function faultLabels(
  model: Pick<ModelFile, "catalogue">,
  language: Language,
): FaultLabels {
  const { catalogue, notices } = model.catalogue();
  return {
    notices,
    of: (fault) => faultLabel(catalogue, fault, language),
  };
}
