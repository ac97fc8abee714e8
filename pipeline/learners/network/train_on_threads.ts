import { quietContext } from "../../run_context.ts";
import { WorkerTeam } from "../../worker_team.ts";
import type { NetworkMemory } from "./network_memory.ts";
import { largestBatch, type NetworkPlan } from "./network_plan.ts";
import type { NetworkTask } from "./network_worker.ts";
import { ThreadBarrier } from "./thread_barrier.ts";
import { type LossCurves, type TrainingListener, trainNetwork } from "./train_network.ts";

/** Below so many products a step, meeting at barriers takes longer than what a second thread saves. */
const fewestProducts = 2e6;

/** How many of the threads there are a training can use. */
export function usefulThreads(plan: NetworkPlan, threads: number): number {
  const widths = [plan.inputs, ...plan.hidden, plan.outputs];
  const weights = widths.slice(1).reduce((sum, width, index) => sum + width * widths[index]!, 0);
  return weights * largestBatch(plan) < fewestProducts ? 1 : threads;
}

/**
 * `trainNetwork` on this thread and `threads` − 1 workers; the result is the same with any number.
 *
 * @throws what `listener.progress` throws, once the workers have stopped too
 */
export async function trainOnThreads(
  plan: NetworkPlan,
  memory: NetworkMemory,
  threads: number,
  listener: TrainingListener,
): Promise<LossCurves> {
  if (threads === 1) return trainNetwork(plan, memory, { thread: 0, threads }, listener);
  using team = new WorkerTeam<NetworkTask, void>(
    new URL("./network_worker.ts", import.meta.url),
    threads - 1,
  );
  const others = Array.from({ length: threads - 1 }, (_, index) => index + 1);
  // This thread is about to block: whether the workers have loaded has to be known before.
  await team.run(others.map(() => ({ do: "come" })), quietContext());
  const helping = team.run(
    others.map((thread) => ({
      do: "train",
      plan,
      memory: memory.memory,
      place: { thread, threads },
    })),
    quietContext(),
  );
  try {
    return trainNetwork(plan, memory, { thread: 0, threads }, listener);
  } finally {
    new ThreadBarrier(memory.barrier, threads).stop();
    await helping;
  }
}
