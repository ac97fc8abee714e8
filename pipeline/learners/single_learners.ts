import type { Learner } from "./learner.ts";
import { extraTrees } from "./extra_trees.ts";
import { logisticRegression } from "./logistic_regression.ts";
import { randomForest } from "./random_forest.ts";
import { supportVectorMachine } from "./support_vector_machine.ts";

/** The learners that stand alone: what ensembles are made of. The order is that of forms and lists. */
export const singleLearners: readonly Learner[] = [
  randomForest,
  extraTrees,
  logisticRegression,
  supportVectorMachine,
];
