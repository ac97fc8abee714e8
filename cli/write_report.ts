import { basename } from "node:path";
import { cellKinds } from "@/pipeline/cells/registry.ts";
import { openWorkspace } from "@/store/workspace.ts";
import type { IncomingFile } from "@/web/workbench/receive_file.ts";
import { Workbench } from "@/web/workbench/workbench.ts";
import type { Language } from "./terminal.ts";

/** What a report of a diagnosis is made of. */
export interface ReportRequest {
  readonly model: string;
  readonly table: string;
  readonly errorRate: number;
  readonly language: Language;
  /** Params of the cell that diagnoses: how the table is read. */
  readonly reading: Readonly<Record<string, unknown>>;
}

/**
 * Diagnoses a table as the workbench does, in a workspace that is gone afterwards, and writes its report.
 *
 * @throws {HealerError} what is wrong with the model or the table
 */
export async function writeReport(
  path: string,
  { model, table, ...options }: ReportRequest,
): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "healer-report-" });
  try {
    await using workspace = await openWorkspace(folder);
    await using workbench = new Workbench(workspace, { kinds: cellKinds });
    const brought = await workbench.modelFiles.bringIn(await incoming(model), Infinity);
    const { id } = await workbench.diagnoses.add(
      brought.model.id,
      await incoming(table),
      { ...options, wait: true },
    );
    const { content } = await workbench.diagnosisReport(id, options.language);
    await Deno.writeTextFile(path, content);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function incoming(path: string): Promise<IncomingFile> {
  const { size: length } = await Deno.stat(path);
  return { name: basename(path), content: (await Deno.open(path)).readable, length };
}
