import { HealerError } from "@/pipeline/problem.ts";
import type { ExportFormat } from "./format.ts";
import { htmlFormat } from "./html_format.ts";
import { ipynbFormat } from "./ipynb_format.ts";
import { notebookFormat } from "./notebook_format.ts";
import { pipelineFormat } from "./pipeline_format.ts";
import { exportProblem } from "./problems.ts";
import { scriptFormat } from "./script_format.ts";

/** All forms in which a notebook can be taken away, in the order of menus. */
export const exportFormats: readonly ExportFormat[] = [
  notebookFormat,
  htmlFormat,
  ipynbFormat,
  pipelineFormat,
  scriptFormat,
];

/** @throws {HealerError} `export/format-not-found` */
export function exportFormat(name: string): ExportFormat {
  const found = exportFormats.find((format) => format.name === name);
  if (found === undefined) {
    throw new HealerError(exportProblem.noSuchFormat(name, exportFormats.map(({ name }) => name)));
  }
  return found;
}
