import { type ModelFile, openModelBytes } from "../model/model_file.ts";
import { serveTeam } from "../worker_task.ts";
import type { JudgingTask } from "./background_judge.ts";
import { type Judge, openJudge } from "./judge.ts";
import { type JudgedRows, judgeRows } from "./judged_rows.ts";

let opened: { readonly model: ModelFile; readonly judge: Judge } | undefined;

serveTeam<JudgingTask, JudgedRows | null>(async (task) => {
  if (task.type === "open") {
    const model = await openModelBytes(task.bytes, task.name);
    opened = { model, judge: openJudge(model, { errorRate: task.errorRate }) };
    return null;
  }
  if (opened === undefined) throw new Error("Cannot judge rows: no model is open.");
  if (task.type === "judge") {
    return await judgeRows(opened.model, opened.judge, task.values, task.rows);
  }
  await opened.model[Symbol.asyncDispose]();
  return null;
});
