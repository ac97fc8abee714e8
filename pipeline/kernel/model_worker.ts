/// <reference lib="deno.worker" />
import { type ModelFeatures, modelFeatures } from "../diagnosis/model_features.ts";
import type { RowAnswer } from "../diagnosis/row_answer.ts";
import { openRowAnswers, type RowAnswers } from "../diagnosis/row_answers.ts";
import { type ModelFile, openModelFile } from "../model/model_file.ts";
import { HealerError, type Problem } from "../problem.ts";
import { cancelled } from "../run_context.ts";
import type { ToKernel } from "./kernel_messages.ts";
import { firstLine, kernelProblem } from "./kernel_problems.ts";
import { OpenModels } from "./open_models.ts";
import { quietConsole } from "./quiet_console.ts";

/** A question to the model whose file lies at `path`. */
export type ModelTask = Extract<ToKernel, { type: "ask" | "features" }> & { readonly path: string };

/** What this worker is told; how many bytes the files of its open models may have comes first. */
export type ModelMessage =
  | { readonly type: "start"; readonly modelBytes: number }
  | ModelTask
  | Extract<ToKernel, { type: "cancel" }>;

type ModelAnswer =
  | { readonly type: "answer"; readonly id: string; readonly answer: RowAnswer }
  | { readonly type: "features"; readonly id: string; readonly features: ModelFeatures }
  | { readonly type: "failed"; readonly id: string; readonly problem: Problem };

interface OpenModel extends AsyncDisposable {
  readonly file: ModelFile;
  readonly answers: RowAnswers;
}

/** So many models are open at most. */
const mostModels = 4;

let models = new OpenModels<OpenModel>(open, { models: mostModels, bytes: 0 });
const waiting = new Map<string, ModelTask>();
let isWorking = false;

self.onmessage = ({ data }: MessageEvent<ModelMessage>): void => {
  if (data.type === "start") {
    models = new OpenModels(open, { models: mostModels, bytes: data.modelBytes });
  } else if (data.type === "cancel") {
    // What is being answered is done sooner than it could be stopped.
    if (waiting.delete(data.id)) self.postMessage(failed(data.id, cancelled().problem));
  } else {
    waiting.set(data.id, data);
    void work();
  }
};

/** Answers what waits, one after the other: while somebody drags a value, only the newest matters. */
async function work(): Promise<void> {
  if (isWorking) return;
  isWorking = true;
  for (;;) {
    // What was withdrawn meanwhile is heard of first.
    await new Promise((resolve) => setTimeout(resolve, 0));
    const task = next();
    if (task === undefined) break;
    self.postMessage(await answer(task));
  }
  isWorking = false;
}

/** The oldest task that waits. */
function next(): ModelTask | undefined {
  const [task] = waiting.values();
  if (task !== undefined) waiting.delete(task.id);
  return task;
}

async function answer(task: ModelTask): Promise<ModelAnswer> {
  const { id, path } = task;
  try {
    if (task.type === "features") {
      const { file } = await models.get(task.model, path);
      return { type: "features", id, features: modelFeatures(file) };
    }
    const { model: reference, values, ...options } = task.question;
    const { answers } = await models.get(reference, path);
    const row = Float32Array.from(values, (value) => value ?? NaN);
    return { type: "answer", id, answer: await answers.answer(row, options) };
  } catch (error) {
    if (error instanceof HealerError) return failed(id, error.problem);
    console.error(error);
    return failed(id, kernelProblem.questionFailed(firstLine(error)));
  }
}

async function open(path: string): Promise<OpenModel> {
  const file = await openModelFile(path);
  const answers = openRowAnswers(file);
  const close = async (): Promise<void> => {
    await answers[Symbol.asyncDispose]();
    await file[Symbol.asyncDispose]();
  };
  return { file, answers, [Symbol.asyncDispose]: close };
}

function failed(id: string, problem: Problem): ModelAnswer {
  return { type: "failed", id, problem };
}

quietConsole();
