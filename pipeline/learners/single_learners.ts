import { gradientBoosting } from "./gradient_boosting.ts";
import type { Learner } from "./learner.ts";
import { decisionTree } from "./decision_tree.ts";
import { dummy } from "./dummy.ts";
import { extraTrees } from "./extra_trees.ts";
import { gaussianNaiveBayes } from "./gaussian_naive_bayes.ts";
import { kNearestNeighbours } from "./k_nearest_neighbours.ts";
import { logisticRegression } from "./logistic_regression.ts";
import { multilayerPerceptron } from "./multilayer_perceptron.ts";
import { randomForest } from "./random_forest.ts";
import { supportVectorMachine } from "./support_vector_machine.ts";

/** The learners that stand alone: what ensembles are made of. The order is that of forms and lists. */
export const singleLearners: readonly Learner[] = [
  randomForest,
  gradientBoosting,
  extraTrees,
  logisticRegression,
  supportVectorMachine,
  multilayerPerceptron,
  decisionTree,
  kNearestNeighbours,
  gaussianNaiveBayes,
  dummy,
];
