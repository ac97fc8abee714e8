import { findLearner } from "@/pipeline/learners/registry.ts";
import type { PipelineDocument } from "@/pipeline/model/pipeline_file.ts";
import { findStep } from "@/pipeline/steps/registry.ts";
import { openingLimits, type OpeningPipeline } from "../opening_schema.ts";

/** Says what a pipeline is made of, before it is taken in. */
export function summarizePipeline(
  { name, version, recipe, features, label, leftOut }: PipelineDocument,
  file: { readonly name: string; readonly bytes: number },
): OpeningPipeline {
  const { cells, features: featuresShown } = openingLimits;
  return {
    kind: "pipeline",
    file,
    title: name,
    format: String(version),
    notices: [],
    steps: recipe.steps.slice(0, cells)
      .map(({ step }) => ({ name: step, title: findStep(step).title })),
    stepCount: recipe.steps.length,
    learner: findLearner(recipe.learner.name).title,
    features: features.slice(0, featuresShown).map(({ name }) => name),
    featureCount: features.length,
    label,
    leftOut: leftOut.slice(0, cells).map(({ name, reason }) => ({ name, reason })),
    leftOutCount: leftOut.length,
  };
}
