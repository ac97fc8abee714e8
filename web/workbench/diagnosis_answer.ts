import { z } from "zod";
import { figureSchema } from "@/pipeline/cells/figure.ts";
import type { FileReference } from "@/pipeline/cells/value.ts";
import { problemSchema } from "@/pipeline/kernel/problem_schema.ts";
import type { Diagnosis } from "@/store/diagnoses.ts";
import type { Workspace } from "@/store/workspace.ts";
import {
  type DiagnosisAnswer,
  type DiagnosisOverview,
  diagnosisSchema,
} from "../diagnosis_schema.ts";
import type { DiagnosisJob } from "./diagnosis_job.ts";
import { settingsOf } from "./diagnosis_settings.ts";
import { cardOf } from "./model_answer.ts";

const parquetMedia = "application/vnd.apache.parquet";

const { unread, withWarnings, notices, verdicts, unknownCounts, incidents, unknownGroups } =
  diagnosisSchema.shape;

/** What the store keeps of a result beside its rows; older ones know less. */
const detailsSchema = z.object({
  unread: z.optional(unread).default(0),
  withWarnings: z.optional(withWarnings).default(0),
  notices: z.optional(notices).default([]),
  verdicts: z.optional(verdicts).default(null),
  unknownCounts: z.optional(unknownCounts).default([]),
  incidents: z.optional(incidents).default([]),
  unknownGroups: z.optional(unknownGroups).default([]),
});

/** See {@linkcode detailsSchema}. */
export type DiagnosisDetails = z.infer<typeof detailsSchema>;

/** A stored diagnosis as lists show it. @param job The work on it, where it runs. */
export function diagnosisOverview(
  workspace: Workspace,
  diagnosis: Diagnosis,
  job: DiagnosisJob | undefined,
): DiagnosisOverview {
  const { id, name, source, state, created } = diagnosis;
  const model = workspace.models.find(diagnosis.model);
  const { classes } = cardOf(model);
  const { unread, withWarnings, notices, verdicts } = detailsOf(diagnosis);
  const isRunning = state === "running";
  return {
    id,
    name,
    source,
    model: {
      id: model.id,
      name: model.name,
      version: model.version,
      classes,
      isDeleted: model.deleted !== null,
    },
    state,
    progress: isRunning ? job?.progress() ?? null : null,
    problem: problemSchema.safeParse(diagnosis.problem).data ?? null,
    file: sourceFile(diagnosis),
    errorRate: settingsOf(diagnosis).errorRate,
    rows: diagnosis.rows,
    counts: diagnosis.counts,
    verdicts,
    unread,
    withWarnings,
    notices,
    created,
    ...(isRunning ? job?.soFar : undefined),
  };
}

/** All that there is to say of a stored diagnosis but for its rows. */
export function diagnosisAnswer(
  workspace: Workspace,
  diagnosis: Diagnosis,
  job: DiagnosisJob | undefined,
): DiagnosisAnswer {
  const { unknownCounts, incidents, unknownGroups } = detailsOf(diagnosis);
  return {
    ...diagnosisOverview(workspace, diagnosis, job),
    head: diagnosis.state === "running" ? job?.head ?? null : null,
    features: parquetFile(diagnosis.featuresSha256, diagnosis.featuresBytes),
    figures: z.array(figureSchema).safeParse(workspace.diagnoses.figures(diagnosis.id)).data ?? [],
    unknownCounts,
    incidents,
    unknownGroups,
  };
}

/** The file that was diagnosed; null where it was not kept. */
export function sourceFile(
  { sourceSha256, sourceBytes, sourceMedia }: Diagnosis,
): FileReference | null {
  if (sourceSha256 === null || sourceBytes === null || sourceMedia === null) return null;
  return { sha256: sourceSha256, bytes: sourceBytes, media: sourceMedia };
}

/** A table of a diagnosis as a file; null where it was not kept. */
export function parquetFile(sha256: string | null, bytes: number | null): FileReference | null {
  return sha256 === null || bytes === null ? null : { sha256, bytes, media: parquetMedia };
}

function detailsOf({ details }: Diagnosis): DiagnosisDetails {
  return detailsSchema.safeParse(details).data ?? detailsSchema.parse({});
}
