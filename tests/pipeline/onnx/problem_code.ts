import { HealerError } from "@/pipeline/problem.ts";

/** The code of the problem that `run` throws, "" when it throws nothing; any other error goes through. */
export function problemCode(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof HealerError) return error.problem.code;
    throw error;
  }
  return "";
}
