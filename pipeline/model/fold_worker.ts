import { serveTeam } from "../worker_task.ts";
import { type FoldAnswer, type FoldTask, runFold } from "./fold_task.ts";

serveTeam<FoldTask, FoldAnswer>(runFold);
