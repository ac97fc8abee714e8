import process from "node:process";

/** The bytes one kernel may hold by default: 60 % of the machine's memory, or of the container's where that is less. */
export function defaultMemoryLimit(): number {
  const machine = Deno.systemMemoryInfo().total;
  const container = process.constrainedMemory();
  return Math.round(0.6 * (container > 0 ? Math.min(machine, container) : machine));
}
