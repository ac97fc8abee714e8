import { serveTeam } from "../../worker_task.ts";
import { NetworkMemory } from "./network_memory.ts";
import type { NetworkPlan, ThreadPlace } from "./network_plan.ts";
import { ThreadBarrier, ThreadsStopped } from "./thread_barrier.ts";
import { trainNetwork } from "./train_network.ts";

/** What a thread beside the first one does. */
export type NetworkTask =
  | { readonly do: "come" }
  | {
    readonly do: "train";
    readonly plan: NetworkPlan;
    readonly memory: WebAssembly.Memory;
    readonly place: ThreadPlace;
  };

serveTeam<NetworkTask, void>((task) => {
  if (task.do === "come") return;
  const { plan, place } = task;
  const memory = new NetworkMemory(plan, place.threads, task.memory);
  try {
    trainNetwork(plan, memory, place, { progress: () => {}, epoch: () => {} });
  } catch (error) {
    if (error instanceof ThreadsStopped) return;
    new ThreadBarrier(memory.barrier, place.threads).stop();
    throw error;
  }
});
