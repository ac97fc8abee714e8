import process from "node:process";
import { cancelled } from "@/pipeline/run_context.ts";
import type { ProgressBar } from "./terminal.ts";

const signals = ["SIGINT", "SIGTERM"] as const;

/**
 * A progress bar whose next `progress` throws once the user has asked to stop, so that what was written so far
 * is removed. A second signal ends the process at once. Only for work that waits between its steps: signals do
 * not arrive in the middle of a computation.
 */
export function stoppable(bar: ProgressBar): ProgressBar {
  let stopped = false;
  const stop = (): void => {
    stopped = true;
  };
  for (const signal of signals) process.once(signal, stop);
  return {
    ...bar,
    progress: (fraction, message) => {
      if (stopped) throw cancelled();
      bar.progress(fraction, message);
    },
    [Symbol.dispose]: () => {
      for (const signal of signals) process.off(signal, stop);
      bar[Symbol.dispose]();
    },
  };
}
