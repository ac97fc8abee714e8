import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** After so many bytes of frames V8 is asked to collect garbage. */
const allowedBytes = 96 * 2 ** 20;

let handedOut = 0;
let collect: (() => void) | undefined;

/**
 * Counts memory that was handed out in Polars frames, and collects garbage now and then.
 *
 * A frame lives outside V8's heap and is freed when its wrapper is collected; V8 sees a wrapper of a few bytes
 * and never hurries. Without this, reading a file in batches keeps every frame until the process ends.
 */
export async function countNativeBytes(bytes: number): Promise<void> {
  handedOut += bytes;
  if (handedOut < allowedBytes) return;
  handedOut = 0;
  collect ??= garbageCollector();
  collect();
  // What is collected is freed in a turn of the event loop, which a loop of ready promises never gives.
  await new Promise((resolve) => setTimeout(resolve, 0));
}

/** V8 shows its collector only to contexts made after the flag is set. */
function garbageCollector(): () => void {
  setFlagsFromString("--expose-gc");
  const gc: unknown = runInNewContext("gc");
  return typeof gc === "function" ? () => void gc() : () => {};
}
