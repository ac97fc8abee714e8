/// <reference lib="deno.worker" />
import type { MetricPoint } from "./metric.ts";
import { HealerError } from "./problem.ts";
import type { RunContext } from "./run_context.ts";
import { taskContext, type TeamMessage, type TeamTask } from "./worker_team.ts";

/** At most so often is progress told, in milliseconds. */
const tellInterval = 50;

/**
 * Makes this module the worker of a `WorkerTeam`: `work` gets one task at a time. Its context tells how far
 * the task is and throws once it shall stop; each message to the team has to be structured-cloneable.
 */
export function serveTeam<Task, Result>(
  work: (task: Task, context: RunContext) => Result | Promise<Result>,
): void {
  self.onmessage = async ({ data }: MessageEvent<TeamTask<Task>>) => {
    let lastTold = performance.now();
    let points: MetricPoint[] = [];
    const tellPoints = (): void => {
      if (points.length > 0) post<Result>({ type: "metrics", points });
      points = [];
    };
    const context = taskContext(data, (fraction) => {
      if (performance.now() - lastTold < tellInterval) return;
      lastTold = performance.now();
      tellPoints();
      post<Result>({ type: "progress", fraction });
    }, (point) => points.push(point));
    try {
      const result = await work(data.task, context);
      tellPoints();
      post<Result>({ type: "done", result });
    } catch (error) {
      if (error instanceof HealerError) post<Result>({ type: "problem", problem: error.problem });
      else post<Result>({ type: "defect", error });
    }
  };
}

function post<Result>(message: TeamMessage<Result>): void {
  self.postMessage(message);
}
