import assert from "node:assert/strict";
import { HealerError, type Problem } from "@/pipeline/problem.ts";

/** The problem that `act` throws; fails where it throws nothing or something else. */
export function thrownBy(act: () => unknown): Problem {
  try {
    act();
  } catch (error) {
    assert(error instanceof HealerError, `${error}`);
    return error.problem;
  }
  return assert.fail("Nothing was thrown.");
}

/** The problem that a promise rejects with. */
export async function rejectionOf(promise: Promise<unknown>): Promise<Problem> {
  try {
    await promise;
  } catch (error) {
    assert(error instanceof HealerError, `${error}`);
    return error.problem;
  }
  return assert.fail("Nothing was thrown.");
}
