import assert from "node:assert/strict";
import { HealerError, type Problem } from "@/pipeline/problem.ts";
import { runSource, type SourceOptions } from "./run_source.ts";

/** The problem by which code ends. */
export async function problemOf(source: string, options: SourceOptions = {}): Promise<Problem> {
  try {
    await runSource(source, options);
  } catch (error) {
    if (error instanceof HealerError) return error.problem;
    throw error;
  }
  assert.fail(`The code came to an end: ${source}`);
}

/** Runs code that ends by a problem with that code and such a message, in both languages. */
export async function assertProblem(
  source: string,
  code: string,
  says: RegExp,
  options?: SourceOptions,
): Promise<Problem> {
  const problem = await problemOf(source, options);
  assert.equal(problem.code, code, problem.message.en);
  assert.match(problem.message.en, says);
  assert.match(problem.message.zh, /\p{Script=Han}/u);
  assert.match(problem.hint.zh, /\p{Script=Han}/u);
  assert.equal(problem.place.param, "source");
  return problem;
}
