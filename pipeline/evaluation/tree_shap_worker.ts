import { serveTeam } from "../worker_task.ts";
import { treeShap } from "./tree_shap.ts";
import type { TreeShapTask } from "./tree_shap_team.ts";

serveTeam<TreeShapTask, Float64Array>(({ trees, matrix, options }, context) =>
  treeShap(trees, matrix, options, context)
);
