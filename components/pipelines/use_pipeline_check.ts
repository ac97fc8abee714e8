import { useEffect, useState } from "preact/hooks";
import { problemOf } from "@/islands/api.ts";
import { pipelineApi } from "@/islands/pipeline_api.ts";
import type { Problem } from "@/pipeline/problem.ts";
import type { ApplyPipeline, PipelineCheck } from "@/web/pipeline_schema.ts";

/** What is known of how a dataset suits a pipeline. */
export type CheckState =
  | { readonly kind: "none" }
  /** The last one stays in sight while the next is under way. */
  | { readonly kind: "checking"; readonly before?: PipelineCheck }
  | { readonly kind: "checked"; readonly check: PipelineCheck }
  | { readonly kind: "failed"; readonly problem: Problem };

/** Compares a dataset with a pipeline, anew whenever what is asked changes. */
export function usePipelineCheck(id: string, request: ApplyPipeline | undefined): CheckState {
  const [state, setState] = useState<CheckState>({ kind: "none" });
  const asked = JSON.stringify(request);
  useEffect(() => {
    if (request === undefined) return setState({ kind: "none" });
    const ended = new AbortController();
    setState((last) =>
      last.kind === "checked" ? { kind: "checking", before: last.check } : { kind: "checking" }
    );
    pipelineApi.check(id, request, ended.signal).then(
      (check) => !ended.signal.aborted && setState({ kind: "checked", check }),
      (error: unknown) =>
        !ended.signal.aborted && setState({ kind: "failed", problem: problemOf(error) }),
    );
    return () => ended.abort();
  }, [id, asked]);
  return state;
}
