import { serveTeam } from "../worker_task.ts";
import { type ForestTask, growTrees } from "./grow_forest.ts";
import type { TreeEnsemble } from "./tree_ensemble.ts";

serveTeam<ForestTask, TreeEnsemble>(growTrees);
