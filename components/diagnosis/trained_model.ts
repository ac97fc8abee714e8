import { api } from "@/islands/api.ts";
import { listen } from "@/islands/event_stream.ts";
import { HealerError, type Problem } from "@/pipeline/problem.ts";
import { startTexts } from "../texts_diagnose_start.ts";

const notTrained: Problem<"diagnose/not-trained"> = {
  code: "diagnose/not-trained",
  message: startTexts.trainingFailed,
  place: {},
  hint: startTexts.lookIntoTraining,
};

/**
 * The model that comes of a notebook that runs.
 *
 * @throws {HealerError} `diagnose/not-trained` where its run ends without one
 * @throws {DOMException} `AbortError` once nobody waits any more
 */
export async function trainedModel(notebook: string, signal: AbortSignal): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const look = async (): Promise<void> => {
    const { run, cells } = await api.notebook(notebook);
    if (run !== null) return;
    const model = cells.findLast((cell) => cell.model !== undefined)?.model;
    if (model !== undefined) resolve(model);
    else reject(new HealerError(notTrained));
  };
  // `hello` comes first, and again after each gap.
  const stop = listen((heard) => {
    const isEnd = heard.event === "notebook" && heard.data.notebook === notebook &&
      heard.data.event.type === "run-finished";
    if (isEnd || heard.event === "hello") look().catch(reject);
  });
  signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  try {
    return await promise;
  } finally {
    stop();
  }
}
