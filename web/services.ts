import { cellKinds } from "@/pipeline/cells/registry.ts";
import type { Workspace } from "@/store/workspace.ts";
import { Workbench } from "./workbench/workbench.ts";

/** What pages and the API work with. */
export interface Services {
  readonly workspace: Workspace;
  /** The workspace at work: open notebooks, uploads, diagnoses and the stream of events. */
  readonly workbench: Workbench;
  /** Aborts when the server is about to end, so that event streams end too. */
  readonly closing: AbortSignal;
}

/** Services over an open workspace; disposing of them ends their work and leaves the workspace open. */
export function openServices(
  workspace: Workspace,
  closing: AbortSignal,
): Services & AsyncDisposable {
  const workbench = new Workbench(workspace, { kinds: cellKinds });
  return {
    workspace,
    workbench,
    closing,
    [Symbol.asyncDispose]: async () => await workbench[Symbol.asyncDispose](),
  };
}
