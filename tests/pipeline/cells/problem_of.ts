import { HealerError, type Problem } from "@/pipeline/problem.ts";

/** The problem that `work` ends with; anything else it throws, or its success, fails the test. */
export async function problemOf(work: Promise<unknown>): Promise<Problem> {
  try {
    await work;
  } catch (error) {
    if (error instanceof HealerError) return error.problem;
    throw error;
  }
  throw new Error("Nothing was thrown.");
}
