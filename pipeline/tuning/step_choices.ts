import type { StepChoice } from "../learners/learner.ts";
import { findLearner } from "../learners/registry.ts";
import type { Recipe } from "../model/recipe.ts";
import type { Random } from "../random.ts";
import { rowSteps } from "../steps/registry.ts";

type Steps = Recipe["steps"];

/** How often a drawn recipe scales in another way, selects features, or resamples its rows. */
const otherScalingShare = 0.4, selectionShare = 0.3, resamplingShare = 0.15;

const selections = ["select-tree-importance", "select-mutual-information", "select-anova"];
const resamplings = ["oversample-random", "smote", "borderline-smote", "k-means-smote"];

/** The learner's own steps. */
export function ownSteps(learner: string): Steps {
  return findLearner(learner).defaultSteps.map(written);
}

/** The learner's own steps, with columns mapped onto the normal distribution where they would be scaled. */
export function quantileSteps(learner: string): Steps {
  return rescaled(ownSteps(learner), [{ step: "scale", params: { method: "quantile-normal" } }]);
}

/**
 * Steps for a learner: its own or a variation of how it scales, sometimes a selection of features, sometimes
 * rows resampled to balance the classes.
 *
 * @param width How many features there are.
 */
export function drawSteps(learner: string, width: number, random: Random): Steps {
  let steps = ownSteps(learner);
  if (random.next() < otherScalingShare) {
    const scalings = otherScalings(steps);
    steps = rescaled(steps, scalings[random.below(scalings.length)]!);
  }
  if (random.next() < selectionShare) {
    const share = [0.25, 0.4, 0.6][random.below(3)]!;
    const name = selections[random.below(selections.length)]!;
    steps = [...steps, selectionStep(name, share, width)];
  }
  const known = resamplings.filter((name) => rowSteps.some((step) => step.name === name));
  if (random.next() < resamplingShare && known.length > 0) {
    steps = [...steps, { step: known[random.below(known.length)]!, params: {} }];
  }
  return steps;
}

/** A step that keeps a share of `width` features, five at least. */
export function selectionStep(step: string, share: number, width: number): Steps[number] {
  return { step, params: { count: Math.max(Math.min(5, width), Math.round(share * width)) } };
}

function otherScalings(own: Steps): Steps[] {
  const scaled = (method: string): Steps[number] => ({ step: "scale", params: { method } });
  const isLogged = own.some(({ step }) => step === "signed-log");
  return [
    [scaled("quantile-normal")],
    [scaled("robust")],
    isLogged ? [scaled("standard")] : [{ step: "signed-log", params: {} }, scaled("standard")],
  ];
}

/** `steps` with `scaling` in the place of their scaling; as they are where they have none. */
function rescaled(steps: Steps, scaling: Steps): Steps {
  return steps.flatMap((each) => each.step === "scale" ? scaling : [each]);
}

function written({ step, params = {} }: StepChoice): Steps[number] {
  return { step, params: { ...params } };
}
