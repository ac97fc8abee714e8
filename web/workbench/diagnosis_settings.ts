import { z } from "zod";
import { errorRates } from "@/pipeline/diagnosis/verdict.ts";
import type { Diagnosis } from "@/store/diagnoses.ts";
import { errorRateSchema } from "../diagnosis_schema.ts";

const settingsSchema = z.object({
  errorRate: errorRateSchema,
  /** Of the warnings. */
  language: z.enum(["en", "zh"]),
  /** More params of the cell that diagnoses: how the file is read. */
  reading: z.record(z.string(), z.unknown()).exactOptional(),
});

/** How a diagnosis is made, beside the model and the file. */
export type DiagnosisSettings = Readonly<z.infer<typeof settingsSchema>>;

/** The settings of a stored diagnosis; older ones had none. */
export function settingsOf({ settings }: Diagnosis): DiagnosisSettings {
  return settingsSchema.safeParse(settings).data ??
    { errorRate: errorRates.usual, language: "en" };
}
