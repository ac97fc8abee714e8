import { z } from "zod";
import type { CellView } from "@/pipeline/kernel/notebook_session.ts";
import { fileReferenceSchema } from "@/pipeline/cells/value.ts";
import type { Models } from "@/store/models.ts";
import type { Run } from "@/store/runs.ts";
import type { CellViewAnswer, RunSummary } from "../api_schema.ts";

const modelValueSchema = z.object({ type: z.literal("model"), file: fileReferenceSchema });

/** A run as the API tells of it. */
export function runSummary({ id, state, cells, started, ended }: Run): RunSummary {
  return { id, state, cells, started, ended };
}

/** A cell as the API tells of it. */
export function cellAnswer(view: CellView, models: Models): CellViewAnswer {
  const { id, state, result, progress, metrics, metricCount } = view;
  const [model] = Object.values(result?.result.values ?? {}).flatMap((value) => {
    const file = modelValueSchema.safeParse(value).data?.file;
    return (file && models.ofFile(file.sha256)?.id) ?? [];
  });
  return {
    id,
    state,
    ...(result === undefined ? {} : { result }),
    ...(progress === undefined ? {} : { progress: { ...progress } }),
    metrics: [...metrics],
    metricCount,
    ...(model === undefined ? {} : { model }),
  };
}
